/** A secret that a build is given as ARG or ENV, given as a mount instead, which leaves nothing behind. Source: Dockerfile reference, RUN --mount=type=secret. */
import type { FixOffer } from '../../../contract/finding.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { removeInstruction } from './edit.ts';

/** Whether a text expands a variable, as `$NAME` or `${NAME`. */
export function uses(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    if ((before.endsWith('$') || before === '${') && !/\w/.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}

/**
 * Each RUN behind an ARG or ENV that names its variable gets the secret as a mount; the others never saw it.
 * @param name of the variable.
 */
export function asSecretMount(instruction: Instruction, name: string): FixOffer {
  const { keyword, stage } = instruction;
  if (instruction.pairs.length !== 1 || instruction.onbuild || stage.isFragment)
    return { refused: 'Only what stands by itself inside a stage can be turned into a secret mount.' };
  if (keyword === 'ENV' && stage.file.stages.some(({ base }) => base === stage))
    return { refused: `${name} is taken over by another stage.` };
  const users = stage.instructions.filter(
    ({ index, argument, heredocs }) =>
      index > instruction.index &&
      (uses(argument.text, name) ||
        heredocs.some(({ body }) => uses(stage.file.text.slice(body.start, body.end), name))),
  );
  if (users.some((user) => user.keyword !== 'RUN'))
    return { refused: `${name} is used outside RUN, where no secret can be mounted.` };
  if (keyword === 'ENV' && users.length === 0)
    return { refused: `No RUN names ${name}: what runs reads it, so pass it when the container starts.` };
  const mount = ` --mount=type=secret,id=${name.toLowerCase()},env=${name}`;
  // Tools such as npm read the variable without its being named; then every RUN may need it.
  const runs =
    users.length > 0
      ? users
      : stage.instructions.filter(
          (other) => other.index > instruction.index && other.keyword === 'RUN' && !other.onbuild,
        );
  if (runs.length === 0) return { refused: 'No RUN follows that could use it.' };
  return {
    title: `Mount ${name} as a secret`,
    assumes: `the build passes --secret id=${name.toLowerCase()},env=${name}${keyword === 'ENV' ? ', and what runs needs no such variable' : ''}`,
    edits: [
      removeInstruction(stage.file, instruction),
      ...runs.map(({ keywordSpan }) => ({ start: keywordSpan.end, end: keywordSpan.end, text: mount })),
    ],
  };
}
