import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { absolute } from '../../model/dockerfile/accounts.ts';
import { copiedBy, pathsInImage } from '../../model/dockerfile/copies.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type Command, programName, programOf, workWords } from '../../model/dockerfile/shell.ts';
import { sourceKind } from '../../model/dockerfile/sources.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { baseName, joinPath } from '../../text/path.ts';

export default defineRule({
  id: 'extracted-archive',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Archive is copied to be unpacked',
  why: 'The archive itself stays in a layer of the image permanently, beside what is unpacked from it.',
  remedy: 'Let ADD unpack local archives, or mount the archive with `RUN --mount=type=bind`.',
  aliases: [hadolint('DL3010')],
  examples: {
    bad: [
      debian`
        COPY app.tar.gz /tmp/
        RUN tar -xzf /tmp/app.tar.gz -C /srv
      `,
      debian`
        COPY app.tar /usr/src/app
        RUN tar -xf /usr/src/app/app.tar
      `,
    ],
    good: [debian`ADD app.tar.gz /srv/`, debian`COPY app.tar.gz /srv/`],
  },

  check(instruction, report) {
    const { keyword, stage } = instruction;
    // What a stage that nothing is built on keeps is thrown away with it.
    if (keyword !== 'COPY' || instruction.flag('from') !== undefined || !stage.isShipped) return;
    for (const source of copiedBy(instruction)) {
      const paths = pathsInImage(instruction, source);
      const name = baseName(source.path ?? '');
      if (![name, ...paths].some(isArchive) || !isUnpacked(instruction, name, paths)) continue;
      report(
        { anchor: source.span, path: `${instruction.path}.${name}` },
        `Stays in the image after it is unpacked: ${name}.`,
      );
    }
  },
});

const isArchive = (path: string): boolean =>
  sourceKind(path) === 'archive' || /\.(?:zip|gz|bz2|xz|zst|7z)$/i.test(path);

interface Unpacked {
  /** As written, with what is known of its variables. */
  readonly text: string;
  /** Undefined where its folder is not known. */
  readonly path: string | undefined;
}

/** What a stage unpacks, each with the index of the last instruction that does. */
interface Unpackings {
  readonly byPath: ReadonlyMap<string, number>;
  readonly byName: ReadonlyMap<string, number>;
  /** Names whose folder is not known. */
  readonly loose: ReadonlyMap<string, number>;
}

const known = new WeakMap<Stage, Unpackings>();

function unpackingsOf(stage: Stage): Unpackings {
  const found = known.get(stage);
  if (found !== undefined) return found;
  const [byPath, byName, loose] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const run of stage.instructions)
    for (const { text, path } of run.keyword === 'RUN' ? unpackedBy(run) : []) {
      byName.set(baseName(text), run.index);
      if (path === undefined) loose.set(baseName(text), run.index);
      else byPath.set(path, run.index);
    }
  const all = { byPath, byName, loose };
  known.set(stage, all);
  return all;
}

/** @param paths that it may have; empty where only its name is known. */
function isUnpacked({ stage, index }: Instruction, name: string, paths: readonly string[]): boolean {
  const { byPath, byName, loose } = unpackingsOf(stage);
  const isLater = (at: number | undefined): boolean => at !== undefined && at > index;
  const names = [name, ...paths.map(baseName)].filter((one) => one !== '');
  return (
    names.some((one) => isLater((paths.length === 0 ? byName : loose).get(one))) ||
    paths.some((path) => isLater(byPath.get(path)))
  );
}

function unpackedBy(run: Instruction): readonly Unpacked[] {
  // Behind a `cd` a relative path begins elsewhere.
  const moves = run.commands.some((command) => programOf(command) === 'cd');
  return run.commands.flatMap((command) => {
    if (!unpacks(command)) return [];
    const words = [...workWords(command).slice(1), ...readBy(command)];
    return words.flatMap(({ text, expands }): Unpacked[] => {
      const written = (expands ? run.resolve(text) : text) ?? text;
      const bare = written.replace(/^(?:--file=|-[a-z]*f=?)(?=[./\w])/, '');
      if (bare.startsWith('-') || bare.includes('$')) return [];
      const path = bare.startsWith('/') || !moves ? absolute(bare, run) : undefined;
      return [{ text: bare, path: path === undefined ? undefined : joinPath('', path) }];
    });
  });
}

/** What `cat site.tgz | tar x` reads. */
const readBy = ({ pipedFrom }: Command): Command['words'] =>
  pipedFrom !== undefined && programOf(pipedFrom) === 'cat' ? workWords(pipedFrom).slice(1) : [];

function unpacks(command: Command): boolean {
  const [program, ...words] = workWords(command);
  const first = words[0]?.text ?? '';
  switch (programName(program)) {
    case 'tar':
    case 'bsdtar':
      return (
        words.some(({ text }) => /^(?:--extract|--get)$|^-[a-zA-Z]*x/.test(text)) ||
        (/^[a-zA-Z]+$/.test(first) && first.includes('x'))
      );
    case 'unzip':
      return words.every(({ text }) => !/^-[a-zA-Z]*[lptvzZ]/.test(text));
    case 'gunzip':
    case 'bunzip2':
    case 'unxz':
    case 'zcat':
    case 'xzcat':
      return true;
    case '7z':
    case '7za':
      return /^[xe]$/.test(first);
    case 'jar':
      return /^-{0,2}[a-z]+$/.test(first) && first.includes('x');
    default:
      return false;
  }
}
