/**
 * Docker Scout, whose source is closed. Source: docs.docker.com/reference/cli/docker/scout/cves; its answer is SARIF 2.1.0, written to a file, since other
 * texts stand on standard output. Without a reference it would take whatever was built last: it always gets one.
 */
import { type Answer, levelOf, linkOf, listOf, objectOf, parseAnswer, textOf, textsOf } from './answer.ts';
import { type ImageReport, ordered, type Vulnerability } from './report.ts';
import type { Scanner, ScannerState, ScanOptions, Target } from './scanner.ts';

export const scout: Scanner = {
  name: 'scout',
  title: 'Docker Scout',
  program: 'docker',
  isAutomatic: false,
  sends: 'the names of images and of their packages go to Docker (docker.com), with the account that is logged in',
  oldest: '1.13.0',
  variables: [],
  environment: { DOCKER_SCOUT_NEW_VERSION_WARN: 'false', DOCKER_CLI_HINTS: 'false' },
  stateArguments: ['scout', 'version'],
  readState,
  scanArguments,
  answered: [0],
  answersIn: 'file',
  read,
};

const schemes = { archive: 'archive', layout: 'oci-dir', sbom: 'sbom' } as const;

function scanArguments(target: Target, { source, vex, answerFile }: ScanOptions): readonly string[] {
  const common = ['scout', 'cves', '--format=sarif', `--output=${answerFile}`];
  // Documents of others than Docker count only where their authors are named.
  const documents = vex.length === 0 ? [] : [...vex.map((path) => `--vex-location=${path}`), '--vex-author=.*'];
  if (target.kind !== 'image') return [...common, ...documents, `${schemes[target.kind]}://${target.path}`];
  const platform = target.platform === undefined ? [] : [`--platform=${target.platform}`];
  return [...common, ...documents, ...platform, `${source === 'local' ? 'local' : 'image'}://${target.reference}`];
}

function readState(text: string): ScannerState {
  const version = /\bversion:\s*v?(\d+\.\d+[\w.-]*)/.exec(text)?.[1];
  if (version === undefined) throw new Error('it names no version');
  return { version };
}

function read(text: string): ImageReport {
  const runs = parseAnswer(text)['runs'];
  if (!Array.isArray(runs)) throw new Error('it has no runs');
  const found = runs.map(objectOf).flatMap((run) => {
    const told = new Set(listOf(run['results']).map((result) => objectOf(result)['ruleId']));
    return listOf(objectOf(objectOf(run['tool'])['driver'])['rules'])
      .map(objectOf)
      .filter(({ id }) => told.has(id))
      .flatMap(vulnerabilities);
  });
  return { digests: [], vulnerabilities: ordered(found), suppressed: 0 };
}

/** A rule is a vulnerability, of one package or of several. */
function vulnerabilities(rule: Answer): readonly Vulnerability[] {
  const id = textOf(rule['id']);
  if (id === undefined) return [];
  const properties = objectOf(rule['properties']);
  const fixed = textOf(properties['fixed_version']);
  const link = linkOf(rule['helpUri']);
  const title = textOf(objectOf(rule['shortDescription'])['text']) ?? '';
  return textsOf(properties['purls']).map((purl) => ({
    id,
    aliases: [],
    severity: levelOf(properties['cvssV3_severity']),
    package: { ...partsOf(purl), purl },
    fixed: fixed === undefined || fixed === 'not fixed' ? [] : [fixed],
    title,
    ...(link === undefined ? {} : { link }),
  }));
}

/** Name and version of a package URL. */
function partsOf(purl: string): { readonly name: string; readonly version: string } {
  const [path = ''] = purl.split(/[?#]/);
  const at = path.lastIndexOf('@');
  const name = path.slice(path.lastIndexOf('/', at < 0 ? undefined : at) + 1, at < 0 ? undefined : at);
  return { name: decoded(name), version: at < 0 ? '' : decoded(path.slice(at + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
