/**
 * Snyk. Source: github.com/snyk/cli, src/cli/exit-codes.ts and test/fixtures/container-app-vulns; docs.snyk.io, `snyk container test`. One row a path to a
 * package, so that rows repeat; with several projects in an image, an array.
 */
import { type Answer, levelOf, linkOf, listOf, objectOf, textOf, textsOf } from './answer.ts';
import { type ImageReport, ordered, type Vulnerability } from './report.ts';
import type { Scanner, ScannerState, Target } from './scanner.ts';

export const snyk: Scanner = {
  name: 'snyk',
  title: 'Snyk',
  program: 'snyk',
  isAutomatic: false,
  sends: 'the names of images and of their packages go to Snyk (snyk.io), with the account that is logged in',
  oldest: '1.1200.0',
  variables: ['SNYK_'],
  environment: { SNYK_DISABLE_ANALYTICS: '1' },
  stateArguments: ['--version'],
  readState,
  scanArguments,
  // 1: there are vulnerabilities.
  answered: [0, 1],
  answersIn: 'output',
  read,
};

function scanArguments(target: Target): readonly string[] | undefined {
  const common = ['container', 'test', '--json'];
  switch (target.kind) {
    case 'image':
      return [...common, ...(target.platform === undefined ? [] : [`--platform=${target.platform}`]), target.reference];
    case 'archive':
      return [...common, `docker-archive:${target.path}`];
    default:
      return undefined;
  }
}

function readState(text: string): ScannerState {
  const version = /\b\d{1,6}\.\d{1,6}\.\d{1,6}/.exec(text)?.[0];
  if (version === undefined) throw new Error('it names no version');
  return { version };
}

function read(text: string): ImageReport {
  const value: unknown = JSON.parse(text);
  const tops = (Array.isArray(value) ? value : [value]).map(objectOf);
  if (tops.length === 0 || tops.some((top) => !Array.isArray(top['vulnerabilities'])))
    throw new Error('it has no list of vulnerabilities');
  const projects = tops.flatMap((top) => [top, ...listOf(top['applications']).map(objectOf)]);
  const rows = projects.flatMap((project) => listOf(project['vulnerabilities'])).map(objectOf);
  return {
    digests: [],
    vulnerabilities: ordered(rows.map(vulnerability).filter(({ id }) => id !== '')),
    suppressed: 0,
  };
}

function vulnerability(row: Answer): Vulnerability {
  const id = textOf(row['id']) ?? '';
  const fixed = textOf(row['nearestFixedInVersion']);
  const link = linkOf(`https://security.snyk.io/vuln/${id}`);
  return {
    id,
    aliases: textsOf(objectOf(row['identifiers'])['CVE']),
    severity: levelOf(row['severity']),
    severitySource: 'snyk',
    package: { name: textOf(row['packageName']) ?? textOf(row['name']) ?? '', version: textOf(row['version']) ?? '' },
    fixed: fixed === undefined ? [] : [fixed],
    title: textOf(row['title']) ?? '',
    ...(link === undefined ? {} : { link }),
  };
}
