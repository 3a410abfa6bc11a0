import type { Instruction } from '../model/dockerfile/instruction.ts';
import { type Command, programOf, type ShellWord, workWords } from '../model/dockerfile/shell.ts';
import { defineRule, dockerfile } from '../rule.ts';

export default defineRule({
  id: 'write-behind-volume',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  since: '0.1.0',
  title: 'Change to a volume is lost',
  why: 'What an instruction writes below a path that is already a VOLUME is thrown away by the classic builder, and hidden by what is mounted there in any case.',
  remedy: 'Put the VOLUME below the instructions that fill it.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        VOLUME /data
        RUN chown -R 1000 /data
      `,
      dockerfile`
        FROM debian:13-slim
        VOLUME ["/srv"]
        COPY files /srv/files
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN chown -R 1000 /data
        VOLUME /data
      `,
      dockerfile`
        FROM debian:13-slim
        VOLUME /data
        COPY files /srv/
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, stage, words, index } = instruction;
    if (keyword !== 'COPY' && keyword !== 'ADD' && keyword !== 'RUN') return;
    const volumes = stage.instructions
      .filter((other) => other.keyword === 'VOLUME' && other.index < index && !other.onbuild)
      .flatMap(pathsOf);
    if (volumes.length === 0) return;
    const written = keyword === 'RUN' ? instruction.commands.flatMap(writtenBy) : words.slice(-1);
    for (const { text, span } of written) {
      const volume = volumes.find((path) => text === path || text.startsWith(`${path}/`));
      if (volume !== undefined)
        report(
          { anchor: span, path: `${instruction.path}.${volume}` },
          `${volume} is a volume since the VOLUME above; this is lost.`,
        );
    }
  },
});

function pathsOf(instruction: Instruction): readonly string[] {
  const { json, words } = instruction;
  const written = json !== undefined && json !== 'malformed' ? json.items : words.map(({ text }) => text);
  const paths = written.map((path) => instruction.resolve(path) ?? '');
  return paths.filter((path) => path.startsWith('/') && path.length > 1).map((path) => path.replace(/\/$/, ''));
}

function writtenBy(command: Command): readonly ShellWord[] {
  const changes = ['chown', 'chmod', 'chgrp', 'mkdir', 'touch'].includes(programOf(command) ?? '');
  return [...(changes ? workWords(command).slice(1) : []), ...command.outputs];
}
