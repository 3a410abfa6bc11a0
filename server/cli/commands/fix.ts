/** `seaworthy fix`: applies fixes to files in place, or shows what it would do. Only safe ones unless asked for more. */

import { rules } from '../../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../../rules/contract/rule.ts';
import type { FixAllResult } from '../../../rules/engine/fixes/fix-all.ts';
import { type Addition, newFiles } from '../../../rules/engine/fixes/new-files.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import { plural } from '../../../rules/text/plural.ts';
import { closest } from '../../../rules/text/similar.ts';
import { visibleLines } from '../../../rules/text/visible.ts';
import { nodeFiles } from '../../host/node-files.ts';
import { additionObstacle, addText, replaceText, writeObstacle } from '../../host/write.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { toOuter } from '../paths.ts';
import { type SurveyedFile, survey } from '../scan-report.ts';
import { Stop } from '../stop.ts';
import { unifiedDiff } from '../writers/diff.ts';
import type { Command, Options } from './command.ts';

const options = {
  level: { type: 'string', default: 'safe' },
  rule: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  diff: { type: 'boolean' },
  profile: { type: 'string' },
  config: { type: 'string' },
} as const satisfies Options;

export const fix: Command = {
  name: 'fix',
  usage: `seaworthy fix [PATH...]      fix them in place      --level safe|review  --rule ID  --dry-run  --diff
                                                    --profile P  --config FILE`,
  examples: ['seaworthy fix deploy/ --diff', 'seaworthy fix --level review --rule missing-user'],
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
  const shows = values.diff === true || values['dry-run'] === true;
  const done = { fixed: 0, changed: 0, refused: 0 };
  const stop = new Stop(output);
  const todo = await fixes(result.files, level, only, stop);
  const isStopped = async (): Promise<boolean> => {
    const signal = await stop.asked();
    if (signal !== undefined) output.error(`stopped by ${signal} before all files were fixed`);
    return signal !== undefined;
  };
  for (const [file, fixed] of (await isStopped()) ? [] : todo) {
    if (await isStopped()) break;
    const before = file.workspace.text(file.path) ?? '';
    const obstacle = foreignTo(file) ?? (shows ? writeObstacle : replaceText)(file.path, before, fixed.text);
    if (obstacle !== undefined) {
      output.error(`${toOuter(file.path)} is not ${shows ? 'to be ' : ''}written: ${obstacle}`);
      done.refused++;
      continue;
    }
    if (fixed.cut)
      output.error(
        `${toOuter(file.path)}: not all fixes were tried, since many of them do not go together; fix it again`,
      );
    done.fixed += fixed.applied.length;
    done.changed++;
    if (values.diff !== true) continue;
    showDiff(output, file.path, before, fixed.text);
  }
  for (const added of only === undefined || (await isStopped()) ? [] : additions(result.files, level, only)) {
    if (await isStopped()) break;
    const obstacle = shows ? additionObstacle(added.path) : addText(added.path, added.text);
    if (obstacle !== undefined) {
      output.error(`${toOuter(added.path)} is not ${shows ? 'to be ' : ''}added: ${obstacle}`);
      done.refused++;
      continue;
    }
    done.fixed += added.findings.length;
    done.changed++;
    if (values.diff === true) showDiff(output, added.path, '', added.text);
  }
  if (values.diff !== true) output.out(summary(done, level, values['dry-run'] === true ? 'would be fixed' : 'fixed'));
  await stop.obey();
  return result.failed || done.refused > 0 ? 2 : 0;
}

/** Files that fixes add, of the rules that were named. */
function additions(
  files: readonly SurveyedFile[],
  level: 'safe' | 'review',
  only: ReadonlySet<string>,
): readonly Addition[] {
  const byPath = new Map<string, Addition>();
  for (const [workspace, paths] of pathsOf(files))
    for (const added of newFiles(workspace, paths, level, only)) byPath.set(added.path, added);
  return [...byPath.values()];
}

function pathsOf(files: readonly SurveyedFile[]): ReadonlyMap<Workspace, readonly string[]> {
  const byWorkspace = new Map<Workspace, string[]>();
  for (const { workspace, path } of files) byWorkspace.set(workspace, [...(byWorkspace.get(workspace) ?? []), path]);
  return byWorkspace;
}

function showDiff(output: Output, path: string, before: string, after: string): void {
  const diff = unifiedDiff(toOuter(path), before, after);
  // A person reads it on a terminal, `patch` takes every byte of it.
  output.out(process.stdout.isTTY === true ? visibleLines(diff) : diff);
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

/** Why the text that was analysed is not what the bytes of the file say. */
function foreignTo({ path }: SurveyedFile): string | undefined {
  const read = nodeFiles.read(path);
  return 'unreadable' in read ? read.unreadable : read.foreign;
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
