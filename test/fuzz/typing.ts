/** Examples of rules, typed key by key through the server: nothing may be shown and taken back, and in the end everything has to be seen. */
import { rules } from '../../rules/catalog/index.ts';
import type { Example } from '../../rules/contract/example.ts';
import { partsOf } from '../harness/scope.ts';
import { readSnippet } from '../harness/snippet.ts';
import { typed } from '../harness/typing/typed.ts';

export interface TypingRun {
  readonly examples: number;
  readonly keys: number;
  /** Bad examples whose own finding is not seen in the end, since another rule tells it with all rules on. */
  readonly told: number;
  readonly failures: readonly string[];
}

/** Each file of the example is typed while the others are there. @returns with what is wrong, the rules of which something is seen in the end. */
export async function typeExample(
  example: Example,
): Promise<Pick<TypingRun, 'keys' | 'failures'> & { readonly seen: ReadonlySet<string> }> {
  const parts = partsOf(readSnippet(example));
  const files = Object.fromEntries(parts.map(({ path, text }) => [path, text]));
  const failures: string[] = [];
  let keys = 0;
  const seen = new Set<string>();
  for (const { path } of parts) {
    const { blinks, end, whole, rules: found, ...one } = await typed(files, path);
    keys += one.keys;
    for (const rule of found) seen.add(rule);
    failures.push(...blinks.map((blink) => `${path}: shown and taken back: ${blink}`));
    if (end.join('\n') !== whole.join('\n'))
      failures.push(`${path}: seen in the end\n  ${end.join('\n  ')}\nand of the whole text\n  ${whole.join('\n  ')}`);
  }
  return { keys, failures, seen };
}

/** All examples. @param from the number of the first rule, in the order of the catalog. @param onProgress hears of each failure. */
export async function runTyping({
  from,
  onProgress,
}: {
  readonly from: number;
  readonly onProgress: (line: string) => void;
}): Promise<TypingRun> {
  let [examples, keys, told] = [0, 0, 0];
  const failures: string[] = [];
  for (const { id, examples: shown } of rules.slice(from))
    for (const kind of ['good', 'bad'] as const)
      for (const [i, example] of shown[kind].entries()) {
        const one = await typeExample(example);
        examples++;
        keys += one.keys;
        if (kind === 'bad' && !one.seen.has(id)) told++;
        for (const failure of one.failures) {
          failures.push(failure);
          onProgress(`${id}, ${kind} example ${i + 1}, ${failure}`);
        }
      }
  return { examples, keys, told, failures };
}
