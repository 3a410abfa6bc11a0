/** Who signs which images: read from a configuration, and asked of an image. Must not know how signatures are verified. */
import { matchesWildcard } from '../../text/wildcard.ts';
import type { Field } from '../../yaml/field.ts';
import { type Complain, itemsOf, onlyKeys, strings } from './setting-field.ts';

/** A signer whom images are trusted by. */
export type Signer =
  /** Signs without a key of their own (Sigstore). `identity`: whom the certificate names; `*` stands for anything without `/` and `@`. */
  | { readonly kind: 'keyless'; readonly identity: string; readonly issuer: string }
  /** `key`: a public key as PEM. `isLogged`: signatures have to stand in the transparency log. */
  | { readonly kind: 'key'; readonly key: string; readonly isLogged: boolean };

/** An item of `trust`. */
export interface TrustedImages {
  /** References with their registry, in which `*` stands for anything. */
  readonly images: readonly string[];
  readonly signer: Signer;
}

/** Keys of an item of `trust`. */
export const trustKeys = ['images', 'identity', 'issuer', 'key', 'transparencyLog'] as const;

/** @param field the list; what is wrong in it trusts nobody. */
export function trustOf(field: Field, complain: Complain): readonly TrustedImages[] {
  return itemsOf(field, 'a list of `images` with who signs them', complain).flatMap((item) => {
    onlyKeys(item, trustKeys, complain);
    const images = strings(item.at('images'), 'a list of images, such as `ghcr.io/acme/*`', complain);
    if (images === undefined || images.length === 0) {
      if (!item.at('images').present) complain(item, 'What is trusted names its images.');
      return [];
    }
    const signer = item.at('key').present ? keyOf(item, complain) : keylessOf(item, complain);
    return signer === undefined ? [] : [{ images, signer }];
  });
}

/** Source: RFC 7468, section 13, and what cosign reads. */
const publicKey = /^-----BEGIN PUBLIC KEY-----\n(?:[A-Za-z0-9+/=]{1,76}\n)+-----END PUBLIC KEY-----\n?$/;

/** Characters of a key; one of RSA with 8192 bits has 1,500. */
const longestKey = 8000;

/** A key stands in the configuration itself: one that is named may be a program's to load, or an address to ask. */
function keyOf(item: Field, complain: Complain): Signer | undefined {
  const [field, log] = [item.at('key'), item.at('transparencyLog')];
  const key = (field.string ?? '').replaceAll('\r\n', '\n').trim();
  if (key.length > longestKey || !publicKey.test(`${key}\n`)) {
    complain(
      field,
      'key is the text of a public key, from `-----BEGIN PUBLIC KEY-----` on; `cosign public-key` writes it.',
    );
    return undefined;
  }
  if (item.at('identity').present || item.at('issuer').present) {
    complain(field, 'An image is signed by a key or by an identity: two items say that it has both signatures.');
    return undefined;
  }
  if (log.present && log.boolean === undefined) {
    complain(log, `${log.path} is \`on\` or \`off\`.`);
    return undefined;
  }
  return { kind: 'key', key: `${key}\n`, isLogged: log.boolean !== false };
}

function keylessOf(item: Field, complain: Complain): Signer | undefined {
  const [identity, issuer, log] = [item.at('identity'), item.at('issuer'), item.at('transparencyLog')];
  if (identity.string === undefined) {
    complain(
      identity.present ? identity : item,
      'What is trusted names who signs it: an `identity` and its `issuer`, or a `key`.',
    );
    return undefined;
  }
  if (!isIdentity(identity.string)) {
    complain(
      identity,
      'identity is an address, whose host and owner are written out, such as `https://github.com/acme/*/.github/workflows/release.yml@refs/tags/*`, or one of mail.',
    );
    return undefined;
  }
  if (!/^https:\/\/[!-)+-~]{1,200}$/.test(issuer.string ?? '')) {
    complain(
      issuer.present ? issuer : identity,
      'issuer is the address of who vouches for the identity, such as `https://token.actions.githubusercontent.com`.',
    );
    return undefined;
  }
  if (log.present) {
    complain(log, 'Identities count only by the transparency log: transparencyLog is for a `key`.', true);
    return undefined;
  }
  return { kind: 'keyless', identity: identity.string, issuer: issuer.string ?? '' };
}

/** Whether stars stand where nobody else can fill them: not in the host, nor in the owner behind it, nor in the domain of an address of mail. */
function isIdentity(text: string): boolean {
  if (text.length > 500 || !/^[!-~]+$/.test(text)) return false;
  const [, owner] = /^[a-z]+:\/\/[^/*@]+\/([^/]+)(?:\/|$)/.exec(text) ?? [];
  if (owner !== undefined) return !owner.includes('*');
  return /^[^@/]+@[^@/*]+$/.test(text);
}

/** @param image its whole reference. @returns every signer that has to have signed it, each once; none where nobody says. */
export function signersOf(image: string, trust: readonly TrustedImages[]): readonly Signer[] {
  const signers = trust
    .filter(({ images }) => images.some((pattern) => matchesWildcard(image, pattern)))
    .map(({ signer }) => [JSON.stringify(signer), signer] as const);
  return [...new Map(signers).values()];
}
