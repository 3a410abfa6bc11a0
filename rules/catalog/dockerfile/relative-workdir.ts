import { debian } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { buildkit, checkov, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { workdirs } from '../../data/workdirs.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { fullName } from '../../model/image/reference.ts';
import { insert } from '../../text/edit.ts';

export default defineRule({
  id: 'relative-workdir',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  title: 'Working directory depends on another one',
  why: 'The directory is below whatever WORKDIR the base image ends with. A new base moves the files and the program does not find them.',
  remedy: 'Write an absolute path.',
  aliases: [
    hadolint('DL3000'),
    trivy('DS-0009'),
    checkov('CKV_DOCKER_10'),
    buildkit('WorkdirRelativePath'),
    kics('WORKDIR Path Not Absolute'),
  ],
  examples: {
    bad: [
      debian`
      - WORKDIR app
        #       ^^^ relative-workdir 💡
      + WORKDIR /app
      `,
      debian`WORKDIR ./app`,
    ],
    good: [
      debian`
        WORKDIR /srv
        WORKDIR app
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, onbuild, stage, argument } = instruction;
    if (keyword !== 'WORKDIR') return;
    const path = instruction.resolve(argument.text);
    if (path === undefined || path === '' || isAbsolute(path)) return;
    // Relative to one that this file states, or that nobody can tell.
    if (!onbuild && firstAbsolute(stage) < instruction.index) return;
    report({ anchor: argument.span, path: instruction.path }, `Depends on the base image: ${path} is relative.`, () =>
      onbuild
        ? { refused: 'It begins where the image that is built on this one does.' }
        : stage.lastInForce('WORKDIR', instruction.index) !== undefined
          ? { refused: 'It is relative to the WORKDIR above; make that one absolute.' }
          : absolute(instruction),
    );
  },
});

/** Each WORKDIR of a stage asks for it. */
const known = new WeakMap<Stage, number>();

/** Index of the first WORKDIR in force that is absolute, or unknown. */
function firstAbsolute(stage: Stage): number {
  let index = known.get(stage);
  if (index === undefined) {
    const first = stage.inForceOf('WORKDIR').find((one) => isAbsolute(one.resolve(one.argument.text) ?? '/'));
    index = first?.index ?? Number.POSITIVE_INFINITY;
    known.set(stage, index);
  }
  return index;
}

function absolute({ argument, stage }: Instruction): FixOffer {
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(argument.text) || argument.text.startsWith('.')) return undefined;
  const { image } = stage;
  const own =
    image === undefined
      ? undefined
      : workdirs.find(
          ({ name, tag }) => name.test(fullName(image)) && (tag === undefined || tag.test(image.tag ?? '')),
        );
  const folder = own?.path ?? '';
  return {
    title: `Make it ${folder}/${argument.text}${own === undefined ? ' (files may have been written elsewhere)' : ', where it is now'}`,
    edits: [insert(argument.span.start, `${folder}/`)],
  };
}

/** Also a drive of Windows. */
const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);
