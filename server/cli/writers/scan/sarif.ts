/**
 * SARIF 2.1.0, as GitHub and other code scanning services read it. Owns the limits: what would not be taken is left out, the least severe first, and said.
 * Sources: docs.oasis-open.org/sarif/sarif/v2.1.0; docs.github.com, "SARIF support for code scanning".
 */
import { gzipSync } from 'node:zlib';
import { plural } from '../../../../rules/text/plural.ts';
import { visible, visibleJson } from '../../../../rules/text/visible.ts';
import { worstFirst } from '../../../report/worst-first.ts';
import { version } from '../../../version.ts';
import { toOuter } from '../../paths.ts';
import type { Survey } from '../../scan-report.ts';
import { type Reported, resultOf } from './sarif-result.ts';
import { ruleTable } from './sarif-rules.ts';

/** What GitHub takes of one run. */
export const limits = { results: 25_000, shown: 5_000, bytes: 10_000_000 } as const;

/** @param note is told what was left out, a line each. @param most the limits; others only in tests. */
export function writeSarif(
  survey: Survey,
  _durationMs: number,
  note: (line: string) => void,
  most: { readonly [limit in keyof typeof limits]: number } = limits,
): string {
  const all: readonly Reported[] = survey.files.flatMap(({ findings, ignored }) => [...findings, ...ignored]);
  let kept = all.length > most.results ? worstFirst(all).slice(0, most.results) : all;
  let withFixes = true;
  let text = '';
  for (;;) {
    text = textOf(survey, kept, withFixes, saidOf(all.length - kept.length, withFixes));
    // Text that is compressed is never larger than twice what it was, and less is not worth the time.
    if (text.length <= most.bytes / 2 || gzipSync(text).length <= most.bytes) break;
    if (withFixes) withFixes = false;
    else if (kept.length > 0) kept = worstFirst(kept).slice(0, kept.length >> 1);
    else break;
  }
  for (const line of saidOf(all.length - kept.length, withFixes)) note(line);
  if (kept.length > most.shown)
    note(`GitHub keeps the worst ${most.shown} of ${kept.length} results; scan folders apart, each with a category`);
  return text;
}

function saidOf(left: number, withFixes: boolean): readonly string[] {
  return [
    ...(left === 0
      ? []
      : [
          `${plural(left, 'result')} of the lowest severity ${left === 1 ? 'is' : 'are'} left out of the SARIF file, since GitHub takes no more`,
        ]),
    ...(withFixes ? [] : ['fixes are left out of the SARIF file, since it would be larger than GitHub takes']),
  ];
}

function textOf(
  { skipped, failed }: Survey,
  kept: readonly Reported[],
  withFixes: boolean,
  said: readonly string[],
): string {
  const table = ruleTable(kept.map(({ finding }) => finding));
  const notification = (level: string, text: string): object => ({ level, message: { text } });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Seaworthy', version, semanticVersion: version, rules: table.rules } },
        automationDetails: { id: 'seaworthy/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder in which the scan was started.' } } },
        invocations: [
          {
            executionSuccessful: !failed,
            toolExecutionNotifications: [
              ...skipped.map(({ path, reason }) => notification('warning', visible(`${toOuter(path)}: ${reason}`))),
              ...said.map((line) => notification('warning', line)),
            ],
          },
        ],
        results: kept.map((reported) => resultOf(reported, table.indexOf(reported.finding.rule), withFixes)),
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 1))}\n`;
}
