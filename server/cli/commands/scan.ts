/** `seaworthy scan`: finds, writes, and says by its exit status whether it is bad enough. */
import { isAtLeast, type Severity, severities } from '../../../rules/contract/finding.ts';
import { withInput } from '../input.ts';
import { againstBaseline, againstCommit, readNamedBaseline } from '../news.ts';
import { oneOf, parseOptions, readLines } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import type { PlacedFinding } from '../placed-finding.ts';
import { progress } from '../progress.ts';
import { type SurveyOptions, survey } from '../scan-report.ts';
import { terminalOf } from '../terminal.ts';
import { toldOnce } from '../told-once.ts';
import { writers } from '../writers/scan/index.ts';
import { findingLines } from '../writers/scan/text.ts';
import type { Command, Options } from './command.ts';

const formats = Object.keys(writers) as (keyof typeof writers)[];

const options = {
  format: { type: 'string', default: 'text' },
  profile: { type: 'string' },
  config: { type: 'string' },
  'fail-on': { type: 'string', default: 'high' },
  each: { type: 'boolean' },
  'paths-from': { type: 'string' },
  since: { type: 'string' },
  baseline: { type: 'string' },
  'no-baseline': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  'stdin-path': { type: 'string' },
} as const satisfies Options;

export const scan: Command = {
  name: 'scan',
  usage: `seaworthy scan [PATH...]     find problems          --format ${formats.join('|')}
                                                    --profile essential|recommended|strict|all
                                                    --config FILE  --fail-on [new:]critical|high|medium|low|info|never
                                                    --since REF  --baseline FILE  --no-baseline  --each  --paths-from FILE  --quiet
                                                    - --stdin-path FILE`,
  examples: [
    'seaworthy scan deploy/ --fail-on medium',
    'seaworthy scan --format sarif > seaworthy.sarif',
    'seaworthy scan --since origin/main --fail-on new:high',
    'git diff --name-only main | seaworthy scan --paths-from -',
    'helm template charts/shop | seaworthy scan - --stdin-path shop.yaml',
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
  const format = oneOf('format', values.format, formats);
  const [, onlyNew, level = ''] = /^(new:)?(.*)$/s.exec(values['fail-on']) ?? [];
  const failOn: Severity | 'never' = oneOf('fail-on', level, [...severities, 'never']);
  const listed = values['paths-from'] === undefined ? [] : readLines(values['paths-from']);
  const started = performance.now();
  const { profile, config, each } = values;
  const isTerse = values.quiet === true && format === 'text';
  const terminal = terminalOf(process.stdout, process.env);
  const asked: SurveyOptions = {
    ...withInput([...positionals, ...listed], values['stdin-path']),
    profile,
    config,
    each,
    // Only programs ask of each finding how it can be fixed, which takes as long as the scan.
    remedies: format === 'json',
    edits: format === 'sarif',
    excerpts: format === 'text' && !isTerse && terminal.isScreen,
    progress: values.quiet === true ? undefined : progress(process.stderr),
  };
  const baseline = values['no-baseline'] === true ? undefined : await readNamedBaseline(values.baseline);
  if (onlyNew !== undefined && baseline === undefined && values.since === undefined)
    throw new UsageError('--fail-on new: needs a baseline, which seaworthy baseline write makes, or --since REF');
  let result = await survey(asked, output);
  if (baseline !== undefined) result = await againstBaseline(result, baseline, asked.paths, output);
  if (values.since !== undefined) result = await againstCommit(result, values.since, asked);
  // Programs that keep findings by their places get each of them.
  if (format === 'text') result = toldOnce(result);
  output.out(
    isTerse ? findingLines(result, terminal) : writers[format](result, performance.now() - started, output.error),
  );
  if (result.failed) return 2;
  const isBad = ({ finding }: PlacedFinding): boolean => failOn !== 'never' && isAtLeast(finding.severity, failOn);
  return result.files.some(({ findings }) => findings.some(isBad)) ? 1 : 0;
}
