/**
 * Attack paths as SARIF: a result for each path, whose steps are a code flow, at the place of its last step that a line says. Source: OASIS, SARIF 2.1.0,
 * codeFlows, partialFingerprints and baselineState.
 */
import type { Place } from '../../../../rules/engine/attack-paths.ts';
import { visible, visibleJson } from '../../../../rules/text/visible.ts';
import { version } from '../../../version.ts';
import type { FilePath, FilePaths } from '../../file-paths.ts';
import type { fileOf } from '../../file-radius.ts';

type At = Place<ReturnType<typeof fileOf>>;

export function writeSarif({ paths }: FilePaths): string {
  const rule = {
    id: 'attack-path',
    shortDescription: { text: 'A way from an entry to what must not fall' },
    defaultConfiguration: { level: 'error' },
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'seaworthy', version, rules: [rule] } },
        columnKind: 'utf16CodeUnits',
        results: paths.map(resultOf),
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

function resultOf({ from, target, steps, assumes, fingerprint, isNew }: FilePath): object {
  const placed = steps.flatMap(({ says, at }) => (at === undefined ? [] : [{ says, at }]));
  const last = placed.at(-1);
  const assumed = assumes.length === 0 ? '' : `, assuming that ${assumes.join(' and that ')}`;
  return {
    ruleId: 'attack-path',
    level: 'error',
    message: { text: visible(`From ${from} to ${target} in ${steps.length} steps${assumed}.`) },
    locations: last === undefined ? [] : [{ physicalLocation: physical(last.at) }],
    codeFlows: [
      {
        threadFlows: [
          {
            locations: placed.map(({ says, at }) => ({
              location: { physicalLocation: physical(at), message: { text: visible(`${says}.`) } },
            })),
          },
        ],
      },
    ],
    partialFingerprints: { 'attackPath/v1': fingerprint },
    ...(isNew === undefined ? {} : { baselineState: isNew ? 'new' : 'unchanged' }),
  };
}

/** Lines and columns of SARIF count from 1. */
const physical = ({ file, range: { start, end } }: At): object => ({
  artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
  region: {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  },
});
