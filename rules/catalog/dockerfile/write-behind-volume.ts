import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type Command, programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';

export default defineRule({
  id: 'write-behind-volume',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Change to a volume is lost',
  why: 'The classic builder discards what an instruction writes below a path that is already a VOLUME, and the mount hides it in any case.',
  remedy: 'Put the VOLUME below the instructions that fill it.',
  examples: {
    bad: [
      debian`
        VOLUME /data
        RUN chown -R 1000 /data
      `,
      debian`
        VOLUME ["/srv"]
        COPY files /srv/files
      `,
    ],
    good: [
      debian`
        RUN chown -R 1000 /data
        VOLUME /data
      `,
      debian`
        VOLUME /data
        COPY files /srv/
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, stage, words, index } = instruction;
    if (keyword !== 'COPY' && keyword !== 'ADD' && keyword !== 'RUN') return;
    const volumes = volumesOf(stage);
    if (volumes.size === 0) return;
    const written = keyword === 'RUN' ? instruction.commands.flatMap(writtenBy) : words.slice(-1);
    for (const { text, span } of written) {
      const volume = volumeAround(text, volumes, index);
      if (volume !== undefined)
        report(
          { anchor: span, path: `${instruction.path}.${volume}` },
          `Lost, since ${volume} is a volume by the VOLUME above.`,
        );
    }
  },
});

/** The volumes of a stage by path, in order, with the index of the VOLUME. */
type Volumes = ReadonlyMap<string, { readonly order: number; readonly index: number }>;

/** Each RUN of a stage asks for them. */
const known = new WeakMap<Stage, Volumes>();

function volumesOf(stage: Stage): Volumes {
  let volumes = known.get(stage);
  if (volumes === undefined) {
    const found = new Map<string, { order: number; index: number }>();
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== 'VOLUME' || instruction.onbuild) continue;
      for (const path of pathsOf(instruction))
        if (!found.has(path)) found.set(path, { order: found.size, index: instruction.index });
    }
    volumes = found;
    known.set(stage, volumes);
  }
  return volumes;
}

/** Characters; no system takes a longer path. */
const longestPath = 4096;

/** The first volume above an instruction that a path lies in. */
function volumeAround(path: string, volumes: Volumes, index: number): string | undefined {
  if (!path.startsWith('/') || path.length > longestPath) return undefined;
  let first: string | undefined;
  let order = Number.POSITIVE_INFINITY;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    const volume = volumes.get(folder);
    if (volume === undefined || volume.index >= index || volume.order > order) continue;
    first = folder;
    order = volume.order;
  }
  return first;
}

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
