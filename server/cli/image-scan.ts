/** `seaworthy images --scan`: which things are scanned, by what, and which verdict that is. Must not know how scanners are run, nor how results are written. */

import type { AcceptedVulnerability } from '../../rules/engine/settings/accepted.ts';
import { ImageScans, vexIn } from '../host/image-scans.ts';
import { nodeFiles } from '../host/node-files.ts';
import { between, moment } from '../host/today.ts';
import { withoutAccepted } from '../scanners/acceptance.ts';
import type { ScanFailure } from '../scanners/failure.ts';
import { scanners } from '../scanners/index.ts';
import { isAtLeast, type Level, levels, type Vulnerability } from '../scanners/report.ts';
import { isStale, type ScanResult } from '../scanners/result.ts';
import type { Target } from '../scanners/scanner.ts';
import type { ListedImage } from './images.ts';
import { oneOf } from './options.ts';
import { type Output, UsageError } from './output.ts';
import { currentFolder, inRealFolder } from './paths.ts';

/** One thing that was scanned. */
export interface ScannedImage {
  /** A reference, or the path of an archive or a bill of materials as it was given. */
  readonly image: string;
  readonly platform: string | null;
  /** Where files name it; none for files that were named on the command line. */
  readonly uses: ListedImage['uses'];
  readonly outcome: ScanResult | ScanFailure;
  /** It is older than was allowed, and no newer one could be had. */
  readonly stale: boolean;
  /** As bad as `--fail-on` says or worse. */
  readonly failing: readonly Vulnerability[];
}

/** What the options of the command line say. */
export interface ScanWishes {
  readonly scanner: string;
  /** In milliseconds. */
  readonly maxAge: number;
  /** In milliseconds, for one image. */
  readonly limit: number;
  readonly failOn: Exclude<Level, 'unknown'> | undefined;
  readonly onlyFixable: boolean;
  readonly local: boolean;
  readonly vex: readonly string[];
}

/** Options of `images` that count with `--scan`, as `parseArgs` reads them. */
export const scanOptions = {
  scan: { type: 'boolean', default: false },
  scanner: { type: 'string', default: 'auto' },
  'max-age': { type: 'string', default: '24h' },
  'fail-on': { type: 'string' },
  'only-fixable': { type: 'boolean', default: false },
  local: { type: 'boolean', default: false },
  timeout: { type: 'string', default: '5m' },
  vex: { type: 'string', multiple: true, default: [] as string[] },
  archive: { type: 'string', multiple: true, default: [] as string[] },
  sbom: { type: 'string', multiple: true, default: [] as string[] },
  'update-database': { type: 'boolean', default: false },
} as const;

/** The values that `parseArgs` makes of `scanOptions`. */
export interface ScanValues {
  readonly scanner: string;
  readonly 'max-age': string;
  readonly 'fail-on'?: string | undefined;
  readonly 'only-fixable': boolean;
  readonly local: boolean;
  readonly timeout: string;
  readonly vex: readonly string[];
}

const severities = levels.filter((level) => level !== 'unknown');

/** @throws UsageError for a value that is none. */
export function wishesOf(values: ScanValues): ScanWishes {
  const failOn = values['fail-on'];
  return {
    scanner: oneOf('scanner', values.scanner, ['auto', ...scanners.map(({ name }) => name)]),
    maxAge: duration('max-age', values['max-age']),
    limit: duration('timeout', values.timeout),
    failOn: failOn === undefined ? undefined : oneOf('fail-on', failOn, severities),
    onlyFixable: values['only-fixable'],
    local: values.local,
    vex: values.vex.map((path) => existing(path)),
  };
}

const units: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** @returns milliseconds, at most a year. @throws UsageError for what is no time such as `24h`. */
export function duration(option: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const length = Number(count) * (units[unit] ?? Number.NaN);
  if (count === '' || !(length <= 366 * 86_400_000))
    throw new UsageError(`--${option} is a time such as 90s, 30m, 24h or 7d, not ${text}`);
  return length;
}

/** The absolute path of a file or folder. @throws UsageError where there is none. */
export function existing(path: string): string {
  const inner = inRealFolder(path);
  if (nodeFiles.kind(inner) === undefined) throw new UsageError(`${path} does not exist`);
  return inner;
}

/** @param given paths of archives and bills of materials. */
export function targetsOf(
  images: readonly ListedImage[],
  given: { readonly archive: readonly string[]; readonly sbom: readonly string[] },
): readonly (Pick<ScannedImage, 'image' | 'platform' | 'uses'> & {
  readonly target: Target;
  readonly local: boolean;
})[] {
  const file = (path: string, kind: 'archive' | 'sbom') => {
    const inner = existing(path);
    const isFolder = nodeFiles.kind(inner) === 'folder';
    return {
      image: path,
      platform: null,
      uses: [],
      local: true,
      target: { kind: isFolder && kind === 'archive' ? ('layout' as const) : kind, path: inner },
    };
  };
  return [
    ...images.map(({ image, platform, uses, built }) => ({
      image,
      platform,
      uses,
      // In a registry, what bears the name of something that is built here may be anybody's.
      local: built,
      target: { kind: 'image' as const, reference: image, platform: platform ?? undefined },
    })),
    ...given.archive.map((path) => file(path, 'archive')),
    ...given.sbom.map((path) => file(path, 'sbom')),
  ];
}

/**
 * Scans one after the other.
 * @param updates the database is brought up to date before. @param acceptedIn by a file that names an image, as it is called outside.
 * @throws UsageError where there is no scanner.
 */
export async function scanAll(
  targets: ReturnType<typeof targetsOf>,
  wishes: ScanWishes,
  updates: boolean,
  acceptedIn: (file: string) => readonly AcceptedVulnerability[],
  output: Output,
): Promise<readonly ScannedImage[]> {
  const scans = new ImageScans({ environment: process.env, outside: () => [currentFolder()], limit: wishes.limit });
  let chosen = await scans.choose(wishes.scanner);
  if ('cause' in chosen) throw new UsageError(saidOf(chosen));
  if (updates) {
    const failure = await scans.update(chosen);
    if (failure !== undefined) throw new UsageError(saidOf(failure));
    const again = await scans.choose(chosen.scanner.name);
    if (!('cause' in again)) chosen = again;
  }
  const { sends, title } = chosen.scanner;
  if (sends !== undefined) output.error(`${title}: ${sends}`);
  const scanned: ScannedImage[] = [];
  const vex = [...new Set([...vexIn(currentFolder()), ...wishes.vex])];
  for (const { target, local, ...about } of targets) {
    const source = local || wishes.local ? 'local' : 'any';
    const fresh = await scans.scan(chosen, target, { maxAge: wishes.maxAge, source, vex });
    const known = 'cause' in fresh ? scans.known(chosen.scanner.name, target, vex) : undefined;
    // An old answer is better than none, and is said to be old.
    const found = known ?? fresh;
    const lists = about.uses.map(({ file }) => acceptedIn(file));
    const outcome = 'cause' in found ? found : withoutAccepted(found, about.image, lists);
    if (known !== undefined && 'cause' in fresh) output.error(`${about.image}: ${saidOf(fresh)}`);
    const stale = !('cause' in outcome) && isStale(outcome, moment(), wishes.maxAge, between);
    scanned.push({ ...about, outcome, stale, failing: 'cause' in outcome ? [] : failingOf(outcome, wishes) });
  }
  return scanned;
}

/** What a failure says, and the program's own words behind it. */
export const saidOf = ({ message, detail }: ScanFailure): string =>
  detail === '' ? message : `${message} (${detail})`;

function failingOf({ report }: ScanResult, { failOn, onlyFixable }: ScanWishes): readonly Vulnerability[] {
  if (failOn === undefined) return [];
  return report.vulnerabilities.filter(
    ({ severity, fixed, exploited }) =>
      (exploited === true || isAtLeast(severity, failOn)) && !(onlyFixable && fixed.length === 0),
  );
}

/** 2 where something has no answer or only an old one, 1 where something is as bad as was said, else 0. */
export function statusOf(scanned: readonly ScannedImage[]): number {
  if (scanned.some(({ outcome, stale }) => 'cause' in outcome || stale)) return 2;
  return scanned.some(({ failing }) => failing.length > 0) ? 1 : 0;
}
