/** `seaworthy images --verify`: whose signature each image has to have, and which verdict that is. Must not know how programs are run, nor how results are written. */
import { type Signer, signersOf, type TrustedImages } from '../../rules/engine/settings/trust.ts';
import { ImageVerifications } from '../host/image-verifications.ts';
import { signerText, type Verification } from '../scanners/verification.ts';
import { duration, existing } from './image-scan.ts';
import type { ListedImage } from './images.ts';
import { oneOf } from './options.ts';
import { currentFolder } from './paths.ts';

/** An image with what its signatures say. */
export interface VerifiedImage {
  readonly image: string;
  readonly uses: ListedImage['uses'];
  /** `no-identity`: no configuration says who signs it, so that nothing is claimed. Else the worst of `signers`. */
  readonly state: Verification['state'] | 'no-identity';
  readonly signers: readonly { readonly signer: string; readonly verification: Verification }[];
}

/** Options of `images` that count with `--verify` alone, as `parseArgs` reads them. */
export const verifyOptions = {
  verify: { type: 'boolean', default: false },
  'trusted-root': { type: 'string' },
} as const;

/** What makes for status 1. */
export type VerifyVerdict = 'not-verified' | 'no-identity' | 'never';
const verdicts: readonly VerifyVerdict[] = ['not-verified', 'no-identity', 'never'];

export interface VerifyWishes {
  readonly failOn: VerifyVerdict;
  /** An absolute path. */
  readonly trustedRoot: string | undefined;
  /** In milliseconds, for one image. */
  readonly limit: number;
}

/** @throws UsageError for a value that is none. */
export function verifyWishesOf(values: {
  readonly 'fail-on'?: string | undefined;
  readonly 'trusted-root'?: string | undefined;
  readonly timeout: string;
}): VerifyWishes {
  const root = values['trusted-root'];
  return {
    failOn: oneOf('fail-on', values['fail-on'] ?? 'not-verified', verdicts),
    trustedRoot: root === undefined ? undefined : existing(root),
    limit: duration('timeout', values.timeout),
  };
}

/** @param trustIn what the configuration of a file, as it is called outside, says of who signs what: all of them count. */
export async function verifyAll(
  images: readonly ListedImage[],
  { limit, trustedRoot }: VerifyWishes,
  trustIn: (file: string) => readonly TrustedImages[],
): Promise<readonly VerifiedImage[]> {
  const verifications = new ImageVerifications({ environment: process.env, outside: () => [currentFolder()], limit });
  const verified: VerifiedImage[] = [];
  for (const { image, uses, built } of oncePerReference(images)) {
    const signers: { signer: string; verification: Verification }[] = [];
    for (const signer of signersIn(image, uses, trustIn)) {
      const verification = await verifications.verify(image, signer, { trustedRoot, isBuilt: built });
      signers.push({ signer: signerText(signer), verification });
    }
    verified.push({ image, uses, state: worst(signers.map(({ verification }) => verification)), signers });
  }
  return verified;
}

/** A signature is of all platforms. */
function oncePerReference(images: readonly ListedImage[]): readonly ListedImage[] {
  const byName = new Map<string, ListedImage>();
  for (const image of images) {
    const known = byName.get(image.image);
    byName.set(image.image, known === undefined ? image : { ...known, uses: [...known.uses, ...image.uses] });
  }
  return [...byName.values()];
}

function signersIn(
  image: string,
  uses: ListedImage['uses'],
  trustIn: (file: string) => readonly TrustedImages[],
): readonly Signer[] {
  return signersOf(
    image,
    uses.flatMap(({ file }) => trustIn(file)),
  );
}

function worst(verifications: readonly Verification[]): VerifiedImage['state'] {
  if (verifications.length === 0) return 'no-identity';
  const states = verifications.map(({ state }) => state);
  return (['not-verified', 'unknown', 'verified'] as const).find((state) => states.includes(state)) ?? 'unknown';
}

/** 1 where something is not verified, 2 where it cannot be told, else 0. */
export function verifyStatusOf(verified: readonly VerifiedImage[], failOn: VerifyVerdict): number {
  const has = (state: VerifiedImage['state']): boolean => verified.some((one) => one.state === state);
  if (failOn !== 'never' && has('not-verified')) return 1;
  if (failOn === 'no-identity' && has('no-identity')) return 1;
  return has('unknown') ? 2 : 0;
}
