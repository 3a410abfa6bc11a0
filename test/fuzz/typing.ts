/** Examples of rules, typed key by key through the server: nothing may be shown and taken back, and in the end everything has to be seen. */
import { rules } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import { partsOf } from '../harness/scope.ts';
import { readSnippet } from '../harness/snippet.ts';
import { typed } from '../harness/typing/typed.ts';

export interface TypingRun {
  readonly examples: number;
  readonly keys: number;
  readonly failures: readonly string[];
}

/** Each file of the example is typed while the others are there. @param own the rule whose finding has to be seen in the end; left out: none has. */
export async function typeExample(example: Example, own?: string): Promise<Omit<TypingRun, 'examples'>> {
  const parts = partsOf(readSnippet(example));
  const files = Object.fromEntries(parts.map(({ path, text }) => [path, text]));
  const failures: string[] = [];
  let keys = 0;
  let isFound = own === undefined;
  for (const { path } of parts) {
    const { blinks, end, whole, rules: seen, ...one } = await typed(files, path);
    keys += one.keys;
    if (own !== undefined && seen.has(own)) isFound = true;
    failures.push(...blinks.map((blink) => `${path}: shown and taken back: ${blink}`));
    if (end.join('\n') !== whole.join('\n'))
      failures.push(`${path}: seen in the end\n  ${end.join('\n  ')}\nand of the whole text\n  ${whole.join('\n  ')}`);
  }
  if (!isFound) failures.push(`${own} was not seen in the end`);
  return { keys, failures };
}

/** All examples. @param from the number of the first rule, in the order of the catalog. @param onProgress hears of each failure. */
export async function runTyping({
  from,
  onProgress,
}: {
  readonly from: number;
  readonly onProgress: (line: string) => void;
}): Promise<TypingRun> {
  let [examples, keys] = [0, 0];
  const failures: string[] = [];
  for (const { id, examples: shown } of rules.slice(from))
    for (const kind of ['good', 'bad'] as const)
      for (const [i, example] of shown[kind].entries()) {
        const one = await typeExample(example, kind === 'bad' ? id : undefined);
        examples++;
        keys += one.keys;
        for (const failure of one.failures) {
          failures.push(failure);
          onProgress(`${id}, ${kind} example ${i + 1}, ${failure}`);
        }
      }
  return { examples, keys, failures };
}
