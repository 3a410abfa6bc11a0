/** Where instructions of a kind stand in a stage or in one that is built on it. Fixes ask it for each instruction of a file. */
import type { Dockerfile } from '../../../model/dockerfile/file.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';

/** Positions of instructions in the file, as `Instruction.index`. */
export interface Places {
  readonly first: number;
  readonly last: number;
}

/** No position is before the first or behind the last one. */
const nowhere: Places = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };

/**
 * @param test what instructions have to pass, asked once for each of a file.
 * @returns what tells the places of those that pass, triggers included, in a stage and all that are built on it.
 */
export function placesOf(test: (instruction: Instruction) => boolean): (stage: Stage) => Places {
  const known = new WeakMap<Dockerfile, ReadonlyMap<Stage, Places>>();
  return (stage) => {
    let places = known.get(stage.file);
    if (places === undefined) {
      places = placesIn(stage.file, test);
      known.set(stage.file, places);
    }
    return places.get(stage) ?? nowhere;
  };
}

function placesIn(file: Dockerfile, test: (instruction: Instruction) => boolean): ReadonlyMap<Stage, Places> {
  const places = new Map<Stage, Places>();
  const add = (stage: Stage, { first, last }: Places): void => {
    const so = places.get(stage) ?? nowhere;
    places.set(stage, { first: Math.min(first, so.first), last: Math.max(last, so.last) });
  };
  for (const instruction of file.instructions)
    if (test(instruction)) add(instruction.stage, { first: instruction.index, last: instruction.index });
  // A stage is built on an earlier one, which hands on what later ones told it.
  for (const stage of [...file.stages].reverse()) {
    const own = places.get(stage);
    if (own !== undefined && stage.base !== undefined) add(stage.base, own);
  }
  return places;
}
