/**
 * Trivy. Source: github.com/aquasecurity/trivy, pkg/types/report.go, pkg/types/vulnerability.go, pkg/version/version.go and the reference of its command
 * line; run at 0.76.0. Secrets are not asked for: without `--scanners vuln` they would stand in its answer.
 */
import {
  type Answer,
  digestsOf,
  levelOf,
  linkOf,
  listOf,
  objectOf,
  parseAnswer,
  textOf,
  timeOf,
  withDigests,
} from './answer.ts';
import { baseLayers, fromOf } from './base-layers.ts';
import { stepsOf } from './built-layers.ts';
import { type ImageReport, ordered, type Vulnerability } from './report.ts';
import type { Scanner, ScannerState, ScanOptions, Target } from './scanner.ts';

/** Nothing is brought up to date, and nobody is told that it runs: the check of versions and the telemetry are two flags, and only both stop it. */
const quiet = [
  '--quiet',
  '--format=json',
  '--scanners=vuln',
  '--pkg-types=os,library',
  '--list-all-pkgs=false',
  '--skip-db-update',
  '--skip-java-db-update',
  '--offline-scan',
  '--skip-version-check',
  '--disable-telemetry',
  // What a document leaves out is counted, so that nothing goes without a word.
  '--show-suppressed',
  // Runs at the same time would wait for each other's lock.
  '--cache-backend=memory',
] as const;

export const trivy: Scanner = {
  name: 'trivy',
  title: 'Trivy',
  program: 'trivy',
  isAutomatic: true,
  oldest: '0.60.0',
  variables: ['TRIVY_'],
  environment: {
    TRIVY_DISABLE_TELEMETRY: 'true',
    TRIVY_SKIP_VERSION_CHECK: 'true',
  },
  stateArguments: ['version', '--format=json'],
  readState,
  scanArguments,
  answered: [0],
  answersIn: 'output',
  read,
  updateArguments: ['image', '--download-db-only', '--no-progress', '--skip-version-check', '--disable-telemetry'],
};

function scanArguments(target: Target, { source, vex }: ScanOptions): readonly string[] {
  const documents = vex.map((path) => `--vex=${path}`);
  switch (target.kind) {
    case 'image': {
      const from = source === 'local' ? ['--image-src=docker,containerd,podman'] : [];
      const platform = target.platform === undefined ? [] : [`--platform=${target.platform}`];
      return ['image', ...quiet, ...from, ...platform, ...documents, '--', target.reference];
    }
    case 'archive':
    case 'layout':
      return ['image', ...quiet, ...documents, `--input=${target.path}`];
    case 'sbom':
      return ['sbom', ...quiet.filter((flag) => !flag.startsWith('--list-all-pkgs')), ...documents, '--', target.path];
  }
}

function readState(text: string): ScannerState {
  const answer = parseAnswer(text);
  const version = textOf(answer['Version']);
  if (version === undefined) throw new Error('it names no version');
  const database = timeOf(objectOf(answer['VulnerabilityDB'])['UpdatedAt']);
  return database === undefined ? { version } : { version, database };
}

function read(text: string): ImageReport {
  const report = parseAnswer(text);
  if (report['SchemaVersion'] !== 2) throw new Error('its schema is not 2');
  const metadata = objectOf(report['Metadata']);
  const { Family: family, Name: name, EOSL: ended } = objectOf(metadata['OS']);
  const base = baseLayers(metadata['ImageConfig']);
  const results = listOf(report['Results']).map(objectOf);
  const found = results.flatMap((result) =>
    listOf(result['Vulnerabilities']).map((one) => vulnerability(objectOf(one), base)),
  );
  return {
    digests: digestsOf(metadata['RepoDigests']),
    named: withDigests(metadata['RepoDigests']),
    ...(textOf(family) === undefined
      ? {}
      : { os: { name: `${textOf(family)} ${textOf(name) ?? ''}`.trim(), isEnded: ended === true } }),
    vulnerabilities: ordered(found.filter(({ id }) => id !== '')),
    steps: stepsOf(metadata['ImageConfig']),
    suppressed: results.reduce((sum, result) => sum + listOf(result['ExperimentalModifiedFindings']).length, 0),
  };
}

function vulnerability(one: Answer, base: ReadonlySet<string> | undefined): Vulnerability {
  const layer = textOf(objectOf(one['Layer'])['DiffID']);
  const source = textOf(one['SeveritySource']);
  const purl = textOf(objectOf(one['PkgIdentifier'])['PURL']);
  const link = linkOf(one['PrimaryURL']);
  return {
    id: textOf(one['VulnerabilityID']) ?? '',
    aliases: listOf(one['VendorIDs']).flatMap((id) => textOf(id) ?? []),
    severity: levelOf(one['Severity']),
    ...(source === undefined ? {} : { severitySource: source }),
    package: {
      name: textOf(one['PkgName']) ?? '',
      version: textOf(one['InstalledVersion']) ?? '',
      ...(purl === undefined ? {} : { purl }),
    },
    fixed: (textOf(one['FixedVersion']) ?? '').split(',').flatMap((version) => version.trim() || []),
    title: textOf(one['Title']) ?? '',
    ...(link === undefined ? {} : { link }),
    ...(layer === undefined ? {} : { layer }),
    ...fromOf(layer, base),
  };
}
