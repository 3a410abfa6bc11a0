/**
 * cosign, which verifies signatures of images. Source: github.com/sigstore/cosign at v3.1.2: doc/cosign_verify.md, cmd/cosign/cli/verify/verify.go,
 * cmd/cosign/errors, pkg/cosign/verify.go. Its exit statuses 10 to 13 tell why for signatures of the older format alone; of the newer one only the text
 * tells. Versions before 3 do not look for the newer format, so that "no signature" of theirs would say nothing.
 */
import type { Signer } from '../../rules/engine/settings/trust.ts';
import { visible } from '../../rules/text/visible.ts';
import { listOf, objectOf, parseAnswer, textOf } from './answer.ts';
import {
  type About,
  cannotTell,
  type HeldSignature,
  type Lack,
  notVerified,
  type Obstacle,
  type Verification,
} from './verification.ts';

/** What the program needs, as a scanner's. */
export const cosign = {
  program: 'cosign',
  oldest: '3.0.0',
  // Its other variables hold passwords and tokens of those who sign.
  variables: [
    ...['TUF_', 'COSIGN_REPOSITORY', 'SIGSTORE_ROOT_FILE', 'SIGSTORE_REKOR_PUBLIC_KEY'],
    ...['SIGSTORE_CT_LOG_PUBLIC_KEY_FILE', 'SIGSTORE_TSA_CERTIFICATE_FILE', 'SIGSTORE_NO_CACHE'],
  ],
  environment: {},
  stateArguments: ['version', '--json'],
} as const;

/** @returns its version. @throws where the text is not what is expected. */
export function readCosignVersion(text: string): string {
  const version = textOf(parseAnswer(text)['gitVersion']);
  if (version === undefined || !/^v?\d/.test(version)) throw new Error('it names no version');
  return version;
}

/**
 * @param reference well formed. @param keyFile where the key of a signer by key lies.
 * @param trustedRoot a file of Sigstore's certificates, with which neither they nor the transparency log are asked for; undefined to ask.
 */
export function verifyArguments(
  reference: string,
  signer: Signer,
  keyFile: string,
  trustedRoot: string | undefined,
): readonly string[] {
  const offline = trustedRoot === undefined ? [] : [`--trusted-root=${trustedRoot}`, '--offline'];
  const by =
    signer.kind === 'key'
      ? [`--key=${keyFile}`, ...(signer.isLogged ? [] : ['--insecure-ignore-tlog'])]
      : [identityArgument(signer.identity), `--certificate-oidc-issuer=${signer.issuer}`];
  return ['verify', '--output=json', ...offline, ...by, '--', reference];
}

/** A star becomes what cannot leave its part of the address: neither the owner nor the name of a branch, which others choose, can be in it. */
function identityArgument(identity: string): string {
  if (!identity.includes('*')) return `--certificate-identity=${identity}`;
  const parts = identity.split(/\*+/).map((part) => part.replaceAll(/[^A-Za-z0-9/@:_-]/g, '\\$&'));
  return `--certificate-identity-regexp=^${parts.join('[^/@\\s]*')}$`;
}

/** @param ended exit status and texts of a run that came to its end. @param digest of the reference, where it has one. */
export function readVerification(
  { status, output, error }: { readonly status: number | null; readonly output: string; readonly error: string },
  about: About,
  digest: string | undefined,
): Verification {
  if (status !== 0) return failed(status, error.trim() === '' ? output.slice(0, 10_000) : error, about);
  let signatures: readonly HeldSignature[];
  try {
    signatures = signaturesIn(output);
  } catch {
    return cannotTell('unreadable', about, lastWords(error));
  }
  // The program was told to hold the claims against the image; this holds its answer against what was asked.
  const ours = digest === undefined ? signatures : signatures.filter((one) => one.digest === digest);
  if (ours.length === 0) return notVerified('another-image', about, '', undefined);
  return { state: 'verified', signatures: ours };
}

/** @throws where it is no list of signatures with their digests. */
function signaturesIn(output: string): readonly HeldSignature[] {
  const list = listOf(JSON.parse(output)).map((one): HeldSignature => {
    const { critical, optional } = objectOf(one);
    const digest = textOf(objectOf(objectOf(critical)['image'])['docker-manifest-digest']) ?? '';
    if (!/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error('it names no digest');
    const [subject, issuer] = ['Subject', 'Issuer'].map((key) => textOf(objectOf(optional)[key]));
    return { digest, ...(subject === undefined ? {} : { subject }), ...(issuer === undefined ? {} : { issuer }) };
  });
  if (list.length === 0) throw new Error('it has no signature');
  return list;
}

const lacks: ReadonlyMap<number | null, Lack> = new Map([
  [10, 'no-signature'],
  [12, 'other-signer'],
  [13, 'no-certificate'],
]);

/** The first that fits decides. What the network did stands inside of messages on signatures, too, and then says nothing of them. */
const obstacles: readonly (readonly [Obstacle, RegExp])[] = [
  ['too-old', /unknown (?:shorthand )?flag|unknown command/i],
  [
    'certificate',
    /x509: certificate signed by unknown authority|x509: certificate is (?:not )?valid|tls: failed to verify/i,
  ],
  [
    'offline',
    /dial tcp|no such host|i\/o timeout|network is unreachable|proxyconnect|TLS handshake timeout|connection (?:refused|reset)|context deadline exceeded|\b50[0-9]\b (?:Internal|Bad Gateway|Service|Gateway)/i,
  ],
  [
    'roots',
    /getting trusted root|loading trusted root|TUF (?:root|repository)|getting rekor public keys|getting ctlog public keys/i,
  ],
  [
    'no-access',
    /\bUNAUTHORIZED\b|authentication required|requested access to the resource is denied|\bDENIED\b|\b40[13]\b/i,
  ],
  ['no-such-image', /image tag not found|MANIFEST_UNKNOWN|NAME_UNKNOWN|manifest unknown/i],
];

function failed(status: number | null, said: string, about: About): Verification {
  const detail = lastWords(said);
  const obstacle = obstacles.find(([, pattern]) => pattern.test(said))?.[0];
  if (obstacle !== undefined) return cannotTell(obstacle, about, detail);
  if (status === 11) return cannotTell('no-such-image', about, detail);
  // Of signatures of the newer format the status says nothing.
  const lack = lacks.get(status) ?? (/no matching attestations: \S/.test(said) ? 'other-signer' : undefined);
  if (lack === undefined) return cannotTell('unknown', about, detail);
  return notVerified(lack, about, detail, lack === 'other-signer' ? foundIn(said) : undefined);
}

/** Whom certificates name instead: cosign's own text, and that of the library that reads the newer format. */
function foundIn(said: string): string | undefined {
  const subjects = between(said, 'got subjects [', ']');
  if (subjects !== undefined) return `${subjects} (${between(said, '] with issuer ', '\n') ?? ''})`.slice(0, 500);
  return between(said.slice(Math.max(said.indexOf('expected SAN value '), 0)), ', got "', '"')?.slice(0, 500);
}

/** What stands between two texts, the first time; undefined where it is not there. */
function between(text: string, before: string, after: string): string | undefined {
  const at = text.indexOf(before);
  if (at < 0) return undefined;
  const start = at + before.length;
  const end = text.indexOf(after, start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

/** What was said last, without the time before it. */
function lastWords(said: string): string {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== '');
  const line = lines.find((one) => /^(?:Error:|.*error during command execution:)/.test(one)) ?? lines.at(-1) ?? '';
  return visible(
    line
      .replace(/^.*error during command execution:\s*/, '')
      .trim()
      .slice(0, 400),
  );
}
