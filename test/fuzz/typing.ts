/** Every example of every rule, typed key by key: nothing may be shown and taken back, and in the end everything has to be seen. */
import { rules } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import { partsOf } from '../harness/scope.ts';
import { readSnippet } from '../harness/snippet.ts';
import { typed } from '../harness/typing/typed.ts';

export interface TypingRun {
  readonly examples: number;
  readonly keys: number;
  readonly failures: readonly string[];
}

/** @returns what is wrong with how an example is typed, and the number of keys. */
export async function typeExample(
  { id }: Pick<Rule, 'id'>,
  kind: 'good' | 'bad',
  example: Example,
): Promise<{ readonly keys: number; readonly failures: readonly string[] }> {
  const parts = partsOf(readSnippet(example));
  const files = Object.fromEntries(parts.map(({ path, text }) => [path, text]));
  const failures: string[] = [];
  let keys = 0;
  for (const { path } of parts) {
    const { blinks, end, whole, keys: pressed } = await typed(files, path);
    keys += pressed;
    const where = `${id}, ${kind} example, ${path}`;
    failures.push(...blinks.map((blink) => `${where}: shown and taken back: ${blink}`));
    if (end.join('\n') !== whole.join('\n'))
      failures.push(`${where}: in the end\n  ${end.join('\n  ')}\n, but of the whole text\n  ${whole.join('\n  ')}`);
  }
  return { keys, failures };
}

/** @param from the first rule to take, in the order of the catalog. */
export async function runTyping(onProgress: (line: string) => void, only?: string): Promise<TypingRun> {
  let [examples, keys] = [0, 0];
  const failures: string[] = [];
  for (const rule of rules) {
    if (only !== undefined && !rule.id.includes(only)) continue;
    for (const kind of ['good', 'bad'] as const)
      for (const example of rule.examples[kind]) {
        const one = await typeExample(rule, kind, example);
        examples++;
        keys += one.keys;
        failures.push(...one.failures);
        for (const failure of one.failures) onProgress(failure);
      }
  }
  return { examples, keys, failures };
}
