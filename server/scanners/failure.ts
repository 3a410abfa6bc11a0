/**
 * Why a scan has no answer, as causes that people can do something about. Patterns are of the tools' own messages; the first that fits decides, so that the
 * order counts. Sources: pkg/db, pkg/fanal/image and docs/guide/references/troubleshooting.md of Trivy; grype/db/v6/installation of Grype; src/lib/errors of
 * Snyk's command line; the texts that github.com/google/go-containerregistry and container engines give.
 */
import { visible } from '../../rules/text/visible.ts';

export const causes = [
  'not-installed',
  'too-old',
  'not-logged-in',
  'no-database',
  'database-schema',
  'download',
  'offline',
  'certificate',
  'no-such-image',
  'no-engine',
  'platform',
  'timed-out',
  'cancelled',
  'too-much',
  'disk',
  'busy',
  'replaced',
  'refused',
  'unsupported',
  'unreadable',
  'unknown',
] as const;
export type Cause = (typeof causes)[number];

/** A scan without an answer: a state, never "no findings". */
export interface ScanFailure {
  readonly cause: Cause;
  /** One line for people: what is wrong, and what helps. */
  readonly message: string;
  /** The program's own last words, made visible, of at most 400 characters; empty where it said nothing. */
  readonly detail: string;
}

/** What a sentence is made of. */
export interface Circumstances {
  /** The scanner as people call it. */
  readonly title: string;
  readonly program: string;
  /** What was scanned, for people. */
  readonly target: string;
  /** Of the image; undefined for files. */
  readonly registry?: string;
  /** The command that brings the database up to date. */
  readonly update?: string;
  readonly oldest: string;
  readonly seconds: number;
}

const patterns: readonly (readonly [Cause, RegExp])[] = [
  ['not-installed', /is not a docker command|unknown command: docker scout/i],
  ['busy', /cache may be in use by another process|database is locked/i],
  ['disk', /no space left on device|disk quota exceeded/i],
  ['database-schema', /old DB schema|old schema version|Trivy version is old|unsupported database version/i],
  [
    'no-database',
    /cannot be specified on the first run|(?:vulnerability )?database does not exist|database not found|no vulnerability database|grype db update/i,
  ],
  [
    'download',
    /failed to download vulnerability DB|TOOMANYREQUESTS|unable to download db|unable to update vulnerability database/i,
  ],
  [
    'not-logged-in',
    /Log in with your Docker ID|not entitled to use Docker Scout|snyk auth|SNYK-0005|SECURE_API_TOKEN/i,
  ],
  [
    'not-logged-in',
    /\bUNAUTHORIZED\b|authentication required|requested access to the resource is denied|\bDENIED\b|\b401\b|no basic auth/i,
  ],
  [
    'platform',
    /specified platform not found|no matching manifest for|no child with platform|does not match the specified platform/i,
  ],
  ['certificate', /x509:|certificate signed by unknown authority|certificate has expired/i],
  [
    'offline',
    /dial tcp|no such host|i\/o timeout|network is unreachable|proxyconnect|TLS handshake timeout|connection refused/i,
  ],
  [
    'no-such-image',
    /MANIFEST_UNKNOWN|manifest unknown|NAME_UNKNOWN|No such image|not found: manifest|Failed to scan image|no such file or directory|no source providers were able to resolve/i,
  ],
  ['timed-out', /context deadline exceeded/i],
  ['too-old', /unknown (?:shorthand )?flag|unknown command|flag provided but not defined/i],
];

const noEngine =
  /Cannot connect to the Docker daemon|failed to connect to the docker API|docker not available|podman not available|containerd not available|containerd socket not found|no podman socket found|docker daemon is not running/i;

/** @param text of standard error and, behind it, standard output. @returns `unknown` where no pattern fits. */
export function causeOf(text: string): Cause {
  const said = decisive(text);
  if (said.onlyEngines && noEngine.test(said.text)) return 'no-engine';
  const found = patterns.find(([, pattern]) => pattern.test(said.text))?.[0];
  return found ?? (noEngine.test(said.text) ? 'no-engine' : 'unknown');
}

/**
 * Trivy and Grype list what each source said, engines first. Where a registry was asked, what it said decides: that no engine runs is the rule on a machine
 * that has none.
 */
function decisive(text: string): { readonly text: string; readonly onlyEngines: boolean } {
  const plain = withoutColours(text);
  const lines = plain.split(/\r?\n/);
  const registry = lines.find((line) => ofRegistry.test(line));
  if (registry !== undefined) return { text: registry, onlyEngines: false };
  const isList = lines.some((line) =>
    /^\s*(?:\* (?:docker|containerd|podman) error|- (?:docker|containerd|podman)):/.test(line),
  );
  return { text: plain, onlyEngines: isList };
}

/** What Trivy and Grype say of the registry. */
const ofRegistry = /^\s*(?:\* remote error|- oci-registry):/;

/** Sequences that colour a terminal. */
function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they begin with.
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '');
}

/** @param said what the program wrote: standard error, or standard output where that is empty. */
export function failureOf(cause: Cause, of: Circumstances, said: string): ScanFailure {
  return { cause, message: visible(sentence(cause, of)), detail: detailOf(said) };
}

function detailOf(said: string): string {
  const lines = withoutColours(said)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /\b(?:FATAL|ERROR|error)\b/.test(line));
  const last = lines.find((line) => ofRegistry.test(line)) ?? telling.at(-1) ?? lines.at(-1) ?? '';
  return visible(last.trim().slice(-400));
}

function sentence(cause: Cause, { title, program, target, registry, update, oldest, seconds }: Circumstances): string {
  const download = update === undefined ? '' : `; run: ${update}`;
  switch (cause) {
    case 'not-installed':
      return `${title} is not installed: there is no program ${program} on the PATH`;
    case 'too-old':
      return `This version of ${title} is too old: ${oldest} or later is needed`;
    case 'not-logged-in':
      return registry === undefined
        ? `${title} is not logged in`
        : `No access to ${target}: log in at ${registry} (docker login ${registry}), or ${title} itself is not logged in`;
    case 'no-database':
      return `${title} has no database of vulnerabilities${download}`;
    case 'database-schema':
      return `The database of ${title} does not fit its version: update both${download}`;
    case 'download':
      return `The database of ${title} could not be downloaded; try again later`;
    case 'offline':
      return `${registry ?? 'The network'} cannot be reached, and no container engine here has ${target}`;
    case 'certificate':
      return `The certificate of ${registry ?? 'the server'} is not trusted`;
    case 'no-such-image':
      return `There is no ${target}, or only for those who are logged in`;
    case 'no-engine':
      return `No container engine is running that could have ${target}`;
    case 'platform':
      return `${target} does not exist for this platform`;
    case 'timed-out':
      return `${title} did not end within ${seconds} s and was stopped`;
    case 'cancelled':
      return 'The scan was cancelled';
    case 'too-much':
      return `${title} wrote more than can be an answer and was stopped`;
    case 'disk':
      return `${title} ran out of space on the disk`;
    case 'busy':
      return `${title} is in use by another process`;
    case 'replaced':
      return `${title} was replaced by another version while it scanned; scan again`;
    case 'refused':
      return `${target} is not scanned: it is no reference of an image`;
    case 'unsupported':
      return `${title} cannot scan ${target}: not this kind of thing, or not for a platform that is named`;
    case 'unreadable':
      return `What ${title} answered cannot be read`;
    case 'unknown':
      return `${title} failed`;
  }
}
