/** `seaworthy images`: every image that the files name, where each is used, and what it is built from; with `--scan` what a scanner of the machine knows of it. */
import type { AcceptedVulnerability } from '../../../rules/engine/settings/accepted.ts';
import type { TrustedImages } from '../../../rules/engine/settings/trust.ts';
import { visibleJson } from '../../../rules/text/visible.ts';
import { exportable, ignoreWriters } from '../image-export.ts';
import { scanAll, scanOptions, statusOf, targetsOf, wishesOf } from '../image-scan.ts';
import { verifyAll, verifyOptions, verifyStatusOf, verifyWishesOf } from '../image-verify.ts';
import { type ListedImage, listImages } from '../images.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { toOuter } from '../paths.ts';
import { survey } from '../scan-report.ts';
import { scanWriters } from '../writers/image-scans.ts';
import { verifyWriters } from '../writers/image-verifications.ts';
import { writers } from '../writers/images/index.ts';
import type { Command, Options } from './command.ts';

const formats = Object.keys(writers) as (keyof typeof writers)[];
const scanFormats = Object.keys(scanWriters) as (keyof typeof scanWriters)[];
const ignoreFormats = Object.keys(ignoreWriters) as (keyof typeof ignoreWriters)[];
const verifyFormats = Object.keys(verifyWriters) as (keyof typeof verifyWriters)[];

const ofRuns = { ...scanOptions, ...verifyOptions };

const options = {
  format: { type: 'string', default: 'text' },
  export: { type: 'string' },
  ...ofRuns,
} as const satisfies Options;

export const images: Command = {
  name: 'images',
  usage: `seaworthy images [PATH...]   list the images that files name                  --format text|json|cyclonedx
                             with known vulnerabilities, by your scanner      --scan --scanner auto|NAME --max-age 24h
                                                                              --fail-on high --only-fixable --local
                                                                              --vex FILE --timeout 5m --format text|json
                             of an archive or a bill of materials             --scan --archive PATH --sbom PATH
                             after its database was brought up to date        --scan --update-database
                             what .seaworthy.yaml accepts, for scanners alone --export trivyignore|grype
                             whether those who should have signed it          --verify --trusted-root FILE --timeout 5m
                                                                              --fail-on not-verified|no-identity|never`,
  examples: [
    'seaworthy images deploy/ --format cyclonedx',
    'seaworthy images deploy/ --scan --fail-on high',
    'seaworthy images deploy/ --verify',
  ],
  options,
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options,
  });
  if (values.verify && values.scan) throw new UsageError('--scan and --verify are two commands');
  const counts = values.scan ? Object.keys(scanOptions) : values.verify ? verifying : [];
  const needless = Object.entries(ofRuns).find(([name, option]) => {
    const value = values[name as keyof typeof ofRuns];
    const isGiven = JSON.stringify(value) !== JSON.stringify('default' in option ? option.default : undefined);
    return isGiven && !counts.includes(name);
  });
  if (needless !== undefined)
    throw new UsageError(`--${needless[0]} counts with --${needless[0] === 'trusted-root' ? 'verify' : 'scan'} alone`);
  if (values.export !== undefined) return exportIgnores(values.export, positionals, output);
  if (values.scan) return scan(values, positionals, output);
  if (values.verify) return verify(values, positionals, output);
  const write = writers[oneOf('format', values.format, formats)];
  const { listed, failed } = await list(positionals, output);
  output.out(write(listed));
  return failed ? 2 : 0;
}

/** Options that count with `--verify`. */
const verifying: readonly string[] = [...Object.keys(verifyOptions), 'fail-on', 'timeout'];

async function list(
  paths: readonly string[],
  output: Output,
): Promise<{
  readonly listed: readonly ListedImage[];
  readonly failed: boolean;
  /** What the configuration of a file, as it is called outside, accepts of images. */
  readonly acceptedIn: (file: string) => readonly AcceptedVulnerability[];
  /** What it says of who signs which images. */
  readonly trustIn: (file: string) => readonly TrustedImages[];
}> {
  const { files, failed } = await survey({ paths }, output);
  const given = new Set(files.map(({ path }) => path));
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  const byName = new Map(
    files.map(({ path, workspace }) => [toOuter(path), workspace.record(path)?.rules.settings] as const),
  );
  return {
    listed: workspaces.flatMap((workspace) => listImages(workspace, (path) => given.has(path))),
    failed,
    acceptedIn: (file) => byName.get(file)?.accepted ?? [],
    trustIn: (file) => byName.get(file)?.trust ?? [],
  };
}

async function exportIgnores(format: string, paths: readonly string[], output: Output): Promise<number> {
  const write = ignoreWriters[oneOf('export', format, ignoreFormats)];
  const { listed, failed, acceptedIn } = await list(paths, output);
  output.out(visibleJson(write(exportable(listed, acceptedIn, output))));
  return failed ? 2 : 0;
}

async function verify(
  values: Parameters<typeof verifyWishesOf>[0] & { readonly format: string },
  paths: readonly string[],
  output: Output,
): Promise<number> {
  const write = verifyWriters[oneOf('format', values.format, verifyFormats)];
  const wishes = verifyWishesOf(values);
  const { listed, failed, trustIn } = await list(paths, output);
  const verified = await verifyAll(listed, wishes, trustIn);
  output.out(write(verified));
  return failed ? 2 : verifyStatusOf(verified, wishes.failOn);
}

async function scan(
  values: Parameters<typeof wishesOf>[0] & {
    readonly format: string;
    readonly archive: readonly string[];
    readonly sbom: readonly string[];
    readonly 'update-database': boolean;
  },
  paths: readonly string[],
  output: Output,
): Promise<number> {
  const write = scanWriters[oneOf('format', values.format, scanFormats)];
  const wishes = wishesOf(values);
  const isOfFiles = values.archive.length + values.sbom.length > 0 && paths.length === 0;
  const { listed, failed, acceptedIn } = isOfFiles
    ? { listed: [], failed: false, acceptedIn: () => [] }
    : await list(paths, output);
  const scanned = await scanAll(targetsOf(listed, values), wishes, values['update-database'], acceptedIn, output);
  output.out(write(scanned));
  return failed ? 2 : statusOf(scanned);
}
