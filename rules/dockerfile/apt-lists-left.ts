import { appendCommand } from '../model/dockerfile/edit.ts';
import type { Instruction } from '../model/dockerfile/instruction.ts';
import { deletes, mountsOver, packageCommandOf, runs } from '../model/dockerfile/packages.ts';
import { defineRule, dockerfile, hadolint, kics } from '../rule.ts';

const lists = '/var/lib/apt/lists';

export default defineRule({
  id: 'apt-lists-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Package lists stay in the image',
  why: 'The lists make the image larger and go stale: a later install from them fetches old versions or fails.',
  remedy: 'Delete them in the same RUN: `rm -rf /var/lib/apt/lists/*`, or mount a cache there.',
  standards: [],
  aliases: [hadolint('DL3009'), kics('Apt Get Install Lists Were Not Deleted')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl
      `,
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update
        RUN rm -rf /var/lib/apt/lists/*
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
      `,
      dockerfile`
        FROM debian:13-slim
        RUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y --no-install-recommends curl
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, commands } = instruction;
    // Layers of stages that nothing is built on are thrown away.
    if (keyword !== 'RUN' || !instruction.stage.isShipped) return;
    const at = commands
      .map(packageCommandOf)
      .find((found) => found?.manager === 'apt' && (found.installs || found.verb.text === 'update'))?.verb;
    if (at === undefined || isCleaned(instruction)) return;
    report(
      { anchor: at.span, path: `${instruction.path}.lists` },
      'The package lists stay in this layer of the image.',
      () => {
        const edit = appendCommand(instruction, commands, `rm -rf ${lists}/*`);
        return edit === undefined
          ? { refused: 'The RUN is no chain of commands; delete the lists at its end by hand.' }
          : { title: 'Delete the lists in the same RUN', edits: [edit] };
      },
    );
  },
});

function isCleaned(instruction: Instruction): boolean {
  return (
    mountsOver(instruction, /^\/var\/lib\/apt(?:\/lists)?$/) ||
    deletes(instruction, /^\/var\/lib\/apt(?:\/\*?|\/lists.*)?$/) ||
    runs(instruction, 'apt-get', 'distclean') ||
    runs(instruction, 'apt-get', 'dist-clean')
  );
}
