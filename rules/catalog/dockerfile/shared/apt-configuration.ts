/** Whether apt is configured by a file, which says for every call what an option says for one. Source: apt.conf(5). */
import { copiedBy, pathsInImage } from '../../../model/dockerfile/copies.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';

/** Each RUN of a stage asks: by setting, the index of the first instruction that says it. */
const known = new WeakMap<Stage, Map<RegExp, number>>();

/**
 * @param setting how the file says it.
 * @returns true where an instruction above, or this one, writes it, or copies a file that may hold it.
 */
export function isAptConfigured({ stage, index }: Instruction, setting: RegExp): boolean {
  const settings = known.get(stage) ?? new Map<RegExp, number>();
  known.set(stage, settings);
  let first = settings.get(setting);
  if (first === undefined) {
    const { text } = stage.file;
    const by = stage.inForce.find(
      (instruction) =>
        setting.test(text.slice(instruction.span.start, instruction.span.end)) || copiesConfiguration(instruction),
    );
    first = by?.index ?? Number.POSITIVE_INFINITY;
    settings.set(setting, first);
  }
  return first <= index;
}

const copiesConfiguration = (instruction: Instruction): boolean =>
  copiedBy(instruction).some((source) =>
    pathsInImage(instruction, source).some((path) => /^\/etc\/apt(?:\/apt\.conf(?:\.d(?:\/|$)|$)|$)/.test(path)),
  );
