import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { deletes, hasFlag, installsBy, type PackageCommand, runs } from '../../model/dockerfile/packages.ts';
import { type Command, programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { addFlag, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'pip-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // The same packages are installed; pip keeps no copy of what it downloaded, and reads none that a mount holds.
  fix: 'safe',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Cache of pip stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'Install with `--no-cache-dir`, or mount a cache.',
  aliases: [hadolint('DL3042'), kics('Pip install Keeping Cached Packages')],
  examples: {
    bad: [
      dockerfile`
        FROM python:3.13-slim
      - RUN pip install flask==3.1.0
      + RUN pip install --no-cache-dir flask==3.1.0
      `,
      dockerfile`
        FROM python:3.13-slim
        RUN python3 -m pip install -r requirements.txt
      `,
    ],
    good: [
      dockerfile`
        FROM python:3.13-slim
        RUN --mount=type=cache,target=/root/.cache/pip pip install flask==3.1.0
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, installsBy(instruction, 'pip'), report, {
      folders: ['/root/.cache/pip', '/root/.cache/uv'],
      cache: /\/\.cache(?:$|\/(?:pip|uv)(?:\/|$))/,
      movedBy: { variables: ['PIP_CACHE_DIR', 'UV_CACHE_DIR', 'XDG_CACHE_HOME'], option: '--cache-dir' },
      message: 'Leaves the cache of pip in this layer of the image.',
      each: true,
      isCleaned: keepsNoCache,
      fix: (whole, install) => addFlag(whole, install, '--no-cache-dir', 'Keep no cache'),
    });
  },
});

/**
 * What pip can read as a boolean switches the cache off, `off` and `0` as well, for compatibility; an empty variable counts for nothing.
 * Source: pip, cmdoptions.py, `_handle_no_cache_dir`, and misc.py, `strtobool`.
 */
const readable = /^(?:y|yes|t|true|on|1|n|no|f|false|off|0)$/i;

/** Source: uv, documentation, "Environment variables", UV_NO_CACHE. */
const yes = /^(?:y|yes|t|true|on|1)$/i;

/** By flag, by environment (of the command, the RUN or the stage), by pip's configuration, or cleaned up. */
function keepsNoCache(instruction: Instruction, install: PackageCommand): boolean {
  const { start } = install.verb.span;
  const command = instruction.commands.find(({ words }) => words.includes(install.verb));
  const isUv = command !== undefined && programOf(command) === 'uv';
  const [variable, off] = isUv ? (['UV_NO_CACHE', yes] as const) : (['PIP_NO_CACHE_DIR', readable] as const);
  const isOff = (text: string): boolean => text.startsWith(`${variable}=`) && off.test(text.slice(variable.length + 1));
  const inherited = instruction.lookup(variable);
  return (
    hasFlag(install, '--no-cache-dir', '--no-cache', ...(isUv ? ['-n'] : [])) ||
    [...(command?.assignments ?? []), ...wrapped(command)].some(({ text }) => isOff(text)) ||
    instruction.commands.some((other) => other.span.start < start && exports(other).some(({ text }) => isOff(text))) ||
    (typeof inherited === 'object' && off.test(inherited.value)) ||
    (!isUv && isConfigured(instruction, start)) ||
    runs(instruction, isUv ? 'uv' : 'pip', isUv ? ['cache', 'clean'] : ['cache', 'purge'], start) ||
    deletes(instruction, /\.cache/, start)
  );
}

/** Words in front of the program that does the work: `env NAME=value`. */
const wrapped = (command: Command | undefined): Command['words'] =>
  command === undefined ? [] : command.words.slice(0, command.words.length - workWords(command).length);

/** What later commands of the same shell get. */
const exports = ({ words, assignments }: Command): Command['words'] =>
  words[0]?.text === 'export' ? words.slice(1) : words.length === 0 ? assignments : [];

/** By stage: where pip is first configured so; infinite where it never is. */
const configured = new WeakMap<Stage, number>();

/** `pip config set global.no-cache-dir true` above it. Source: pip documentation, "Configuration". */
function isConfigured({ stage }: Instruction, before: number): boolean {
  let start = configured.get(stage);
  if (start === undefined) {
    const commands = stage.inForceOf('RUN').flatMap((run) => run.commands);
    start = commands.find(configures)?.span.start ?? Number.POSITIVE_INFINITY;
    configured.set(stage, start);
  }
  return start < before;
}

function configures({ words }: Command): boolean {
  const at = words.findIndex(({ text }) => /^(?:global|install)\.no-cache-dir$/.test(text));
  return at > 1 && words[at - 1]?.text === 'set' && readable.test(words[at + 1]?.text ?? '');
}
