/** The pins of the oracles, `test/oracle/NAME/go.mod`: each is raised to the newest release that its program still builds with. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { go, reason, releases } from './go.ts';
import type { Outcome, Request } from './outcome.ts';

const folder = 'test/oracle';

export function refreshOracles({ checkOnly }: Request): Outcome {
  const done = { changed: [] as string[], toDo: [] as string[], unreached: [] as string[] };
  const oracles = readdirSync(join(root, folder)).filter((name) => existsSync(join(root, folder, name, 'go.mod')));
  for (const name of oracles) {
    const path = `${folder}/${name}`;
    try {
      const newer = pinsOf(readFileSync(join(root, path, 'go.mod'), 'utf8')).flatMap(([module, pinned]) => {
        const newest = releases(module).at(-1);
        return newest === undefined || newest === pinned ? [] : [`${module}@${newest}`];
      });
      if (newer.length === 0) continue;
      const failed = checkOnly ? 'not tried, since nothing is to be written' : raised(path, newer);
      if (failed === undefined) {
        done.changed.push(`${path}/go.mod`);
        const isRecorded = existsSync(join(root, path, 'record.ts'));
        const then = isRecorded ? `record its answers: node ${path}/record.ts` : 'ask it again: npm run fuzz -- helm';
        done.toDo.push(`${path}: now ${newer.join(', ')}; ${then}`);
      } else done.toDo.push(`${path}: ${newer.join(', ')}: ${failed}`);
    } catch (error) {
      done.unreached.push(`${path}: ${reason(error)}`);
    }
  }
  return done;
}

/** Modules that a `go.mod` requires itself, with their versions. */
export function pinsOf(text: string): readonly (readonly [module: string, version: string])[] {
  return [...text.matchAll(/^(?:require\s+|\t)(\S+\.\S+) (v\S+)$/gm)].map(([, module = '', version = '']) => [
    module,
    version,
  ]);
}

/** @returns why it does not build with these; then the pins are those of before. */
function raised(path: string, newer: readonly string[]): string | undefined {
  const files = ['go.mod', 'go.sum'].map((name) => join(root, path, name));
  const before = files.map((file) => readFileSync(file, 'utf8'));
  try {
    go(path, 'get', ...newer);
    go(path, 'mod', 'tidy');
    go(path, 'vet', '.');
    return undefined;
  } catch (error) {
    for (const [i, file] of files.entries()) writeFileSync(file, before[i] ?? '');
    return `does not build with them: ${reason(error)}`;
  }
}
