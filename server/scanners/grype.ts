/**
 * Grype. Source: github.com/anchore/grype, grype/presenter/models, cmd/grype/cli; its answer carries the date of its database. Its own limit on the age of
 * the database is off, since it would make an old database an error: the age is said instead.
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
  textsOf,
  timeOf,
  withDigests,
} from './answer.ts';
import { baseLayers, fromOf } from './base-layers.ts';
import { stepsOf } from './built-layers.ts';
import { type ImageReport, ordered, type Vulnerability } from './report.ts';
import type { Scanner, ScannerState, ScanOptions, Target } from './scanner.ts';

export const grype: Scanner = {
  name: 'grype',
  title: 'Grype',
  program: 'grype',
  isAutomatic: true,
  // The first with `--from`.
  oldest: '0.104.0',
  variables: ['GRYPE_', 'SYFT_'],
  environment: {
    GRYPE_DB_AUTO_UPDATE: 'false',
    GRYPE_DB_VALIDATE_AGE: 'false',
    GRYPE_CHECK_FOR_APP_UPDATE: 'false',
    // Looks packages up at Maven Central where it is on.
    GRYPE_EXTERNAL_SOURCES_ENABLE: 'false',
  },
  stateArguments: ['version', '-o', 'json'],
  readState,
  scanArguments,
  answered: [0],
  answersIn: 'output',
  read,
  updateArguments: ['db', 'update'],
};

/**
 * Every source that may be asked is named: left to itself, Grype asks Docker Hub and the store of Snap for whatever it cannot find, also for paths of files. Not
 * quiet, since then it says nothing of what went wrong either.
 */
function scanArguments(target: Target, { source, vex }: ScanOptions): readonly string[] {
  const from = (sources: string): readonly string[] => [
    '-o',
    'json',
    '--from',
    sources,
    ...vex.flatMap((path) => ['--vex', path]),
  ];
  switch (target.kind) {
    case 'image': {
      const platform = target.platform === undefined ? [] : ['--platform', target.platform];
      return [...from(source === 'local' ? engines : `${engines},registry`), ...platform, '--', target.reference];
    }
    case 'archive':
      return [...from('docker-archive,oci-archive'), '--', target.path];
    case 'layout':
      return [...from('oci-dir'), '--', target.path];
    case 'sbom':
      return [...from('sbom'), '--', target.path];
  }
}

const engines = 'docker,podman,containerd';

function readState(text: string): ScannerState {
  const version = textOf(parseAnswer(text)['version']);
  if (version === undefined) throw new Error('it names no version');
  return { version };
}

function read(text: string): ImageReport {
  const report = parseAnswer(text);
  if (!Array.isArray(report['matches'])) throw new Error('it has no list of matches');
  const target = objectOf(objectOf(report['source'])['target']);
  const base = baseLayers(configOf(target['config']));
  const database = databaseOf(objectOf(report['descriptor']));
  const distro = objectOf(report['distro']);
  const name = textOf(distro['name']);
  const isEnded = listOf(report['alertsByPackage'])
    .flatMap((one) => listOf(objectOf(one)['alerts']))
    .some((alert) => objectOf(alert)['type'] === 'distro-eol');
  return {
    digests: digestsOf(target['repoDigests']),
    named: withDigests(target['repoDigests']),
    ...(name === undefined ? {} : { os: { name: `${name} ${textOf(distro['version']) ?? ''}`.trim(), isEnded } }),
    vulnerabilities: ordered(
      listOf(report['matches'])
        .map((match) => vulnerability(objectOf(match), base))
        .filter(({ id }) => id !== ''),
    ),
    steps: stepsOf(configOf(target['config'])),
    suppressed: listOf(report['ignoredMatches']).length,
    ...(database === undefined ? {} : { database }),
  };
}

/** Schema 6 keeps the state one level lower than schema 5 did. */
function databaseOf(descriptor: Answer): string | undefined {
  const db = objectOf(descriptor['db']);
  return timeOf(objectOf(db['status'])['built']) ?? timeOf(db['built']);
}

/** The configuration of the image, in Base64. */
function configOf(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(Buffer.from(value, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function vulnerability(match: Answer, base: ReadonlySet<string> | undefined): Vulnerability {
  const one = objectOf(match['vulnerability']);
  const artifact = objectOf(match['artifact']);
  const fix = objectOf(one['fix']);
  const related = listOf(match['relatedVulnerabilities']).map(objectOf);
  const layer = textOf(objectOf(listOf(artifact['locations'])[0])['layerID']);
  const purl = textOf(artifact['purl']);
  const link = linkOf(one['dataSource']);
  const source = textOf(one['namespace']);
  const chances = listOf(one['epss']).map((each) => objectOf(each)['epss']);
  const epss = chances.filter((chance) => typeof chance === 'number').reduce((a, b) => Math.max(a, b), 0);
  return {
    id: textOf(one['id']) ?? '',
    aliases: related.flatMap((each) => textOf(each['id']) ?? []),
    severity: levelOf(one['severity']),
    ...(source === undefined ? {} : { severitySource: source }),
    package: {
      name: textOf(artifact['name']) ?? '',
      version: textOf(artifact['version']) ?? '',
      ...(purl === undefined ? {} : { purl }),
    },
    fixed: fix['state'] === 'fixed' ? textsOf(fix['versions']) : [],
    title: textOf(one['description']) ?? textOf(related[0]?.['description']) ?? '',
    ...(link === undefined ? {} : { link }),
    ...(layer === undefined ? {} : { layer }),
    ...fromOf(layer, base),
    exploited: listOf(one['knownExploited']).length > 0,
    ...(chances.length === 0 ? {} : { epss }),
  };
}
