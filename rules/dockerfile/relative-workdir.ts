import { workdirs } from '../data/workdirs.ts';
import type { Instruction } from '../model/dockerfile/instruction.ts';
import { fullName } from '../model/image/reference.ts';
import { buildkit, checkov, defineRule, dockerfile, type FixOffer, hadolint, kics, trivy } from '../rule.ts';
import { insert } from '../text/edit.ts';

export default defineRule({
  id: 'relative-workdir',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Working directory depends on another one',
  why: 'Where the directory lies is decided by whatever WORKDIR the base image happens to end with. A new base moves the files and the program does not find them.',
  remedy: 'Write an absolute path.',
  standards: [],
  aliases: [
    hadolint('DL3000'),
    trivy('DS-0009'),
    checkov('CKV_DOCKER_10'),
    buildkit('WorkdirRelativePath'),
    kics('WORKDIR Path Not Absolute'),
  ],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        WORKDIR app
      `,
      dockerfile`
        FROM debian:13-slim
        WORKDIR ./app
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        WORKDIR /app
      `,
      dockerfile`
        FROM debian:13-slim
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
    const earlier = stage.inForce.filter((other) => other.keyword === 'WORKDIR' && other.index < instruction.index);
    // Relative to one that this file states, or that nobody can tell.
    if (!onbuild && earlier.some((other) => isAbsolute(other.resolve(other.argument.text) ?? '/'))) return;
    report({ anchor: argument.span, path: instruction.path }, `Where ${path} lies depends on the base image.`, () =>
      onbuild
        ? { refused: 'It begins where the image that is built on this one does.' }
        : earlier.length > 0
          ? { refused: 'It is relative to the WORKDIR above; make that one absolute.' }
          : absolute(instruction),
    );
  },
});

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
