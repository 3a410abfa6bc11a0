/** What a look at the signature of an image says: verified, not verified, or that it cannot be told. In one shape and in words; must not know who looked. */
import type { Signer } from '../../rules/engine/settings/trust.ts';
import { visible } from '../../rules/text/visible.ts';

/** Why an image is not verified: these are statements on its signatures, which were all seen. */
export type Lack = 'no-signature' | 'other-signer' | 'no-certificate' | 'another-image';

/** Why it cannot be told whether an image is signed. */
export type Obstacle =
  | 'not-installed'
  | 'too-old'
  | 'refused'
  | 'local-only'
  | 'no-such-image'
  | 'no-access'
  | 'offline'
  | 'certificate'
  | 'roots'
  | 'timed-out'
  | 'cancelled'
  | 'too-much'
  | 'unreadable'
  | 'unknown';

/** A signature that held. */
export interface HeldSignature {
  /** `sha256:...` of what was signed. */
  readonly digest: string;
  /** Whom its certificate names, and who vouches for that; undefined for a key. */
  readonly subject?: string;
  readonly issuer?: string;
}

export type Verification =
  | { readonly state: 'verified'; readonly signatures: readonly HeldSignature[] }
  | {
      readonly state: 'not-verified';
      readonly why: Lack;
      /** One line for people, made visible. */
      readonly message: string;
      /** The program's own last words, made visible; may be empty. */
      readonly detail: string;
    }
  | { readonly state: 'unknown'; readonly why: Obstacle; readonly message: string; readonly detail: string };

/** What a sentence is made of. */
export interface About {
  /** The whole reference. */
  readonly image: string;
  readonly registry: string;
  readonly signer: Signer;
  /** The first version of the program that can tell. */
  readonly oldest: string;
  readonly seconds: number;
}

/** Whom a signature has to be of, for people. */
export function signerText(signer: Signer): string {
  return signer.kind === 'key' ? 'the key' : `${signer.identity} (${signer.issuer})`;
}

/** @param found whom the certificates of the image name, where the program says so. */
export function notVerified(
  why: Lack,
  { image, signer }: About,
  detail: string,
  found: string | undefined,
): Verification {
  const by = signerText(signer);
  const sentences: { readonly [key in Lack]: string } = {
    'no-signature': `Not signed: ${image} has no signature`,
    'other-signer':
      found === undefined
        ? `Signed by somebody else: no signature of ${image} is of ${by}`
        : `Signed by somebody else: ${image} is signed by ${found}, not by ${by}`,
    'no-certificate': `Signed by a key: ${image} names no identity, and ${by} is asked for`,
    'another-image': `Signed as another image: no signature is of the digest of ${image}`,
  };
  return { state: 'not-verified', why, message: visible(sentences[why]), detail };
}

export function cannotTell(why: Obstacle, { image, registry, oldest, seconds }: About, detail: string): Verification {
  const sentences: { readonly [key in Obstacle]: string } = {
    'not-installed': 'cosign is not installed: there is no program cosign on the PATH',
    'too-old': `This version of cosign is too old: ${oldest} or later is needed, since others do not see every signature`,
    refused: `${image} is not asked for: it is no reference of an image`,
    'local-only': `${image} is built here: signatures are in registries`,
    'no-such-image': `There is no ${image}, or only for those who are logged in`,
    'no-access': `No access to ${image}: log in at ${registry} (docker login ${registry})`,
    offline: `${registry} or Sigstore cannot be reached`,
    certificate: `The certificate of ${registry} is not trusted`,
    roots: "Sigstore's certificates could not be had; --trusted-root names a file of them",
    'timed-out': `cosign did not end within ${seconds} s and was stopped`,
    cancelled: 'The verification was cancelled',
    'too-much': 'cosign wrote more than can be an answer and was stopped',
    unreadable: 'What cosign answered cannot be read',
    unknown: 'cosign failed',
  };
  return { state: 'unknown', why, message: visible(sentences[why]), detail };
}
