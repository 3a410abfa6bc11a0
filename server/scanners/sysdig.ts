/**
 * Sysdig's `sysdig-cli-scanner`, in its standalone mode, which sends nothing and takes the database that is there. Source: docs.sysdig.com, "Sysdig CLI
 * Scanner", and github.com/sysdiglabs/scan-action, whose report types are version 1 of its JSON: maps by reference, not lists.
 */
import { type Answer, levelOf, objectOf, parseAnswer, textOf } from './answer.ts';
import { type ImageReport, ordered, type Vulnerability } from './report.ts';
import type { Scanner, ScannerState, ScanOptions, Target } from './scanner.ts';

export const sysdig: Scanner = {
  name: 'sysdig',
  title: 'Sysdig CLI Scanner',
  program: 'sysdig-cli-scanner',
  isAutomatic: false,
  oldest: '1.16.0',
  variables: ['SECURE_API_', 'REGISTRY_USER', 'REGISTRY_PASSWORD'],
  environment: {},
  stateArguments: ['--version'],
  readState,
  scanArguments,
  // 1: a policy did not hold.
  answered: [0, 1],
  answersIn: 'file',
  read,
};

/** It has no way to name a platform: an image of another one would be taken for the one that is meant. */
function scanArguments(target: Target, { source, answerFile }: ScanOptions): readonly string[] | undefined {
  const common = ['--standalone', '--skipupload', `--output=json-file=${answerFile}`];
  if (target.kind === 'archive') return [...common, `file://${target.path}`];
  if (target.kind !== 'image' || target.platform !== undefined) return undefined;
  return [...common, source === 'local' ? `docker://${target.reference}` : target.reference];
}

function readState(text: string): ScannerState {
  const version = /\b\d{1,6}\.\d{1,6}\.\d{1,6}/.exec(text)?.[0];
  if (version === undefined) throw new Error('it names no version');
  return { version };
}

function read(text: string): ImageReport {
  const { result } = parseAnswer(text);
  const { metadata, packages, vulnerabilities, layers } = objectOf(result);
  if (packages === undefined || vulnerabilities === undefined) throw new Error('it has no packages');
  const os = textOf(objectOf(metadata)['baseOs']);
  const digest = textOf(objectOf(metadata)['digest']);
  const found = Object.values(objectOf(vulnerabilities)).map(objectOf);
  return {
    digests: digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest) ? [digest] : [],
    ...(os === undefined ? {} : { os: { name: os, isEnded: false } }),
    vulnerabilities: ordered(
      found.map((one) => vulnerability(one, objectOf(packages), objectOf(layers))).filter(({ id }) => id !== ''),
    ),
    // Accepted risks stay in its list.
    suppressed: 0,
  };
}

function vulnerability(one: Answer, packages: Answer, layers: Answer): Vulnerability {
  const its = objectOf(packages[textOf(one['packageRef']) ?? '']);
  const layer = textOf(objectOf(layers[textOf(its['layerRef']) ?? ''])['digest']);
  const fixed = textOf(one['fixVersion']);
  return {
    id: textOf(one['name']) ?? '',
    aliases: [],
    severity: levelOf(one['severity']),
    ...(textOf(one['mainProvider']) === undefined ? {} : { severitySource: textOf(one['mainProvider']) as string }),
    package: { name: textOf(its['name']) ?? '', version: textOf(its['version']) ?? '' },
    fixed: fixed === undefined ? [] : [fixed],
    title: '',
    ...(layer === undefined ? {} : { layer }),
  };
}
