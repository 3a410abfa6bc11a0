/** `seaworthy fix`: applies fixes to files in place, or shows what it would do. Only safe ones unless asked for more. */
import { writeFileSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { closest } from '../../rules/text/similar.ts';
import { nodeFiles } from '../host/node-files.ts';
import { unifiedDiff } from './diff.ts';
import { oneOf, parseOptions } from './options.ts';
import { type Output, UsageError } from './output.ts';
import { toOuter } from './paths.ts';
import { survey } from './survey.ts';

export async function fix(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      level: { type: 'string', default: 'safe' },
      rule: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean' },
      diff: { type: 'boolean' },
      profile: { type: 'string' },
      config: { type: 'string' },
    },
  });
  const level = oneOf('level', values.level, ['safe', 'review']);
  const only = values.rule === undefined ? undefined : new Set(values.rule.map(knownRule));
  const { profile, config } = values;
  const result = await survey({ paths: positionals, profile, config, retain: true }, output);
  let fixed = 0;
  let changed = 0;
  let failed = result.failed;
  for (const { path, workspace } of result.files) {
    const before = await nodeFiles.read(path);
    const done = workspace.fixAll(path, level, only);
    if (done === undefined || !('text' in before)) continue;
    fixed += done.applied.length;
    changed++;
    if (values.diff === true) output.out(unifiedDiff(toOuter(path), before.text, done.text));
    if (values.diff === true || values['dry-run'] === true) continue;
    try {
      writeFileSync(path, done.text);
    } catch {
      output.error(`${toOuter(path)} cannot be written`);
      failed = true;
    }
  }
  if (values.diff !== true) {
    const verb = values['dry-run'] === true ? 'would be fixed' : 'fixed';
    output.out(
      fixed === 0
        ? `Nothing to fix${level === 'safe' ? ' safely; --level review offers more' : ''}.\n`
        : `${fixed} finding${fixed === 1 ? '' : 's'} ${verb} in ${changed} file${changed === 1 ? '' : 's'}.\n`,
    );
  }
  return failed ? 2 : 0;
}

function knownRule(id: string): string {
  if (rules.some((rule) => rule.id === id)) return id;
  const meant = closest(
    id,
    rules.map((rule) => rule.id),
  );
  throw new UsageError(
    `there is no rule ${id}${meant === undefined ? '; seaworthy rules lists them' : `; did you mean ${meant}?`}`,
  );
}
