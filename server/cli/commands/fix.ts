/** `seaworthy fix`: applies fixes to files in place, or shows what it would do. Only safe ones unless asked for more. */

import { rules } from '../../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../../rules/contract/rule.ts';
import type { FixAllResult } from '../../../rules/engine/fixes/fix-all.ts';
import { type Addition, newFiles } from '../../../rules/engine/fixes/new-files.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import { plural } from '../../../rules/text/plural.ts';
import { closest } from '../../../rules/text/similar.ts';
import { FixedFiles } from '../fixed-files.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { toOuter } from '../paths.ts';
import { type SurveyedFile, survey } from '../scan-report.ts';
import { Stop } from '../stop.ts';
import type { Command, Options } from './command.ts';

const options = {
  level: { type: 'string', default: 'safe' },
  rule: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  diff: { type: 'boolean' },
  profile: { type: 'string' },
  config: { type: 'string' },
  'own-file': { type: 'boolean' },
} as const satisfies Options;

export const fix: Command = {
  name: 'fix',
  usage: `seaworthy fix [PATH...]      fix them in place      --level safe|review  --rule ID  --dry-run  --diff
                                                    --own-file  --profile P  --config FILE`,
  examples: [
    'seaworthy fix deploy/ --diff',
    'seaworthy fix --level review --rule missing-user',
    'seaworthy fix --level review --rule missing-default-deny --own-file',
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
  const level = oneOf('level', values.level, ['safe', 'review']);
  const only = values.rule === undefined ? undefined : new Set(values.rule.map(knownRule));
  const { profile, config } = values;
  const result = await survey({ paths: positionals, profile, config, retain: true }, output);
  const ownFile = values['own-file'] === true;
  if (ownFile && only === undefined) throw new UsageError('--own-file goes with --rule');
  const done = new FixedFiles(output, {
    onlyShows: values.diff === true || values['dry-run'] === true,
    diffs: values.diff === true,
  });
  const stop = new Stop(output);
  const added = only === undefined ? [] : additions(result.files, level, only, ownFile);
  const todo = await fixes(result.files, level, only === undefined ? undefined : besides(only, added), stop);
  const isStopped = async (): Promise<boolean> => {
    const signal = await stop.asked();
    if (signal !== undefined) output.error(`stopped by ${signal} before all files were fixed`);
    return signal !== undefined;
  };
  for (const [file, fixed] of (await isStopped()) ? [] : todo) {
    if (await isStopped()) break;
    const before = file.workspace.text(file.path) ?? '';
    const isDone = done.replace(file.path, before, fixed.text, fixed.applied.length);
    if (isDone && fixed.cut)
      output.error(
        `${toOuter(file.path)}: not all fixes were tried, since many of them do not go together; fix it again`,
      );
  }
  if (added.length > 0 && !(await isStopped())) done.add(added);
  if (values.diff !== true) output.out(summary(done, level, values['dry-run'] === true ? 'would be fixed' : 'fixed'));
  await stop.obey();
  return result.failed || done.refused > 0 ? 2 : 0;
}

/** Rules whose findings no file of its own mends. */
const besides = (only: ReadonlySet<string>, added: readonly Addition[]): ReadonlySet<string> =>
  new Set([...only].filter((rule) => !added.some(({ findings }) => findings.some((finding) => finding.rule === rule))));

/** Files that fixes add, of the rules that were named. */
function additions(
  files: readonly SurveyedFile[],
  level: 'safe' | 'review',
  only: ReadonlySet<string>,
  ownFile: boolean,
): readonly Addition[] {
  const byPath = new Map<string, Addition>();
  for (const [workspace, paths] of pathsOf(files))
    for (const added of newFiles(workspace, paths, level, only, ownFile)) byPath.set(added.path, added);
  return [...byPath.values()];
}

function pathsOf(files: readonly SurveyedFile[]): ReadonlyMap<Workspace, readonly string[]> {
  const byWorkspace = new Map<Workspace, string[]>();
  for (const { workspace, path } of files) byWorkspace.set(workspace, [...(byWorkspace.get(workspace) ?? []), path]);
  return byWorkspace;
}

/** What becomes of each file. Nothing is written yet, so that a signal ends this at once. */
async function fixes(
  files: readonly SurveyedFile[],
  level: 'safe' | 'review',
  only: ReadonlySet<string> | undefined,
  stop: Stop,
): Promise<readonly (readonly [SurveyedFile, FixAllResult])[]> {
  const results = new Map<string, FixAllResult>();
  for (const [workspace, paths] of pathsOf(files)) {
    const fixing = workspace.fixingFiles(paths, level, only);
    let step = fixing.next();
    while (step.done !== true) step = (await stop.asked()) === undefined ? fixing.next() : fixing.return(new Map());
    for (const [path, result] of step.value) results.set(path, result);
  }
  return files.flatMap((file) => {
    const result = results.get(file.path);
    return result === undefined ? [] : [[file, result] as const];
  });
}

function summary(
  { fixed, changed, refused }: { readonly fixed: number; readonly changed: number; readonly refused: number },
  level: 'safe' | 'review',
  verb: string,
): string {
  if (fixed === 0 && refused === 0)
    return `Nothing to fix${level === 'safe' ? ' safely; --level review offers more' : ''}.\n`;
  const left = refused === 0 ? '' : `; ${plural(refused, 'file')} left as ${refused === 1 ? 'it was' : 'they were'}`;
  return `${plural(fixed, 'finding')} ${verb} in ${plural(changed, 'file')}${left}.\n`;
}

function knownRule(id: string): string {
  const known = rulesByWrittenId(rules).get(id);
  if (known !== undefined) return known.id;
  const meant = closest(
    id,
    rules.map((rule) => rule.id),
  );
  throw new UsageError(
    `there is no rule ${id}${meant === undefined ? '; seaworthy rules lists them' : `; did you mean ${meant}?`}`,
  );
}
