/** Which names the ARG and ENV instructions in force define. */
import type { Stage } from './stage.ts';

/** Names with the index of the first instruction that defines each. */
export type FirstDefinitions = ReadonlyMap<string, number>;

const known = { ARG: new WeakMap<Stage, FirstDefinitions>(), ENV: new WeakMap<Stage, FirstDefinitions>() };

/** @returns by name, the index of the first instruction in force that defines it. Kept with the stage. */
export function firstDefinitions(stage: Stage, keyword: 'ARG' | 'ENV'): FirstDefinitions {
  let found = known[keyword].get(stage);
  if (found === undefined) {
    const first = new Map<string, number>();
    for (const { pairs, index } of stage.inForceOf(keyword))
      for (const { name } of pairs) if (!first.has(name)) first.set(name, index);
    found = first;
    known[keyword].set(stage, found);
  }
  return found;
}
