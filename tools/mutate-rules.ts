/**
 * `npm run mutate-rules -- [--rules 60] [--mutants 4] [--tree FOLDER] [--only REGEXP]`: puts small mistakes into the checks of some rules, one at a time, and
 * counts those that the rule's own test does not see. The same options choose the same rules and mistakes, so that the score of two trees can be compared.
 * Works on a copy; never writes into the repository.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogFolder, ruleFiles } from './generate/rule-list.ts';
import { mutantsOf } from './mutate-rules/mutants.ts';
import { root } from './root.ts';

/** A test that runs longer than this many milliseconds has been sent round in circles by the mistake. */
const patience = 120_000;

const { values } = parseArgs({
  options: {
    rules: { type: 'string', default: '60' },
    mutants: { type: 'string', default: '4' },
    tree: { type: 'string', default: root },
    only: { type: 'string', default: '' },
  },
});
const copy = mkdtempSync(join(tmpdir(), 'seaworthy-mutants-'));
const survivors: string[] = [];
let count = 0;
try {
  for (const part of ['package.json', 'rules', 'server', 'test', 'tools'])
    cpSync(join(resolve(values.tree), part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const candidates = ruleFiles(copy).flatMap(({ subject, id }) => {
    const path = `${catalogFolder}/${subject}/${id}.ts`;
    const text = readFileSync(join(copy, path), 'utf8');
    const mutants = mutantsOf(text);
    return mutants.length === 0 || !new RegExp(values.only).test(path) ? [] : [{ path, text, mutants }];
  });
  for (const { path, text, mutants } of spread(candidates, Number(values.rules))) {
    for (const mutant of spread(mutants, Number(values.mutants))) {
      writeFileSync(join(copy, path), mutant.text);
      count++;
      if (passes(`test/${path.replace(/\.ts$/, '.test.ts')}`)) survivors.push(`${path}:${mutant.what}`);
    }
    writeFileSync(join(copy, path), text);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
for (const survivor of survivors) console.log(`not seen: ${survivor}`);
console.log(`${count - survivors.length} of ${count} mistakes were seen`);

function passes(test: string): boolean {
  return spawnSync(process.execPath, ['--test', test], { cwd: copy, timeout: patience }).status === 0;
}

/** So many items at equal distances; all when there are fewer. */
function spread<T>(items: readonly T[], wanted: number): readonly T[] {
  if (items.length <= wanted) return items;
  return Array.from({ length: wanted }, (_, i) => items[Math.floor((i * items.length) / wanted)] as T);
}
