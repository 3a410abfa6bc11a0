/**
 * One SHELL with pipefail for a stage and those built on it, above the first pipe. Knows which shell the base image has, and what the RUNs below would
 * lose by another one.
 */

import type { FixOffer } from '../../../contract/finding.ts';
import { bashVariables, echoEscape } from '../../../data/shells.ts';
import { familyOf } from '../../../model/dockerfile/distribution.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { type Command, isShell, programName, programOf, workWords } from '../../../model/dockerfile/shell.ts';
import { insert, type TextEdit } from '../../../text/edit.ts';
import type { Refusal } from '../../../yaml/change.ts';
import { insertBefore } from './edit.ts';
import { shellItems, shellOf, unguardedReader } from './shell-option.ts';

const warning = 'commands below that fail in a pipe stop the build';

/** @param reader the command of a RUN that reads from a pipe that is not guarded. */
export function pipefailOffer(instruction: Instruction, reader: Command): FixOffer {
  const { stage } = instruction;
  if (hasOwnShell(instruction, reader))
    return { refused: 'The pipe is run by a shell that SHELL does not set; add `-o pipefail` there by hand.' };
  const family = familyOf(stage);
  const shell = shellOf(instruction);
  if (shell !== undefined) {
    const [path = ''] = shellItems(shell) ?? [];
    const name = path.slice(path.lastIndexOf('/') + 1);
    const can = ['bash', 'zsh', 'ksh'].includes(name) || (isShell(name) && (family === 'busybox' || family === 'rpm'));
    const edit = can ? addOption(shell) : undefined;
    if (edit === undefined)
      return { refused: `Whether the SHELL above knows pipefail is not certain; change it by hand.` };
    return guarded({ title: `Add pipefail to the SHELL above (${warning})`, edits: [edit] }, runBelow(shell), false);
  }
  if (family === undefined || stage.isFragment) return { refused: 'Which shells the base image has is not known.' };
  const first = stage.inForce.find((other) => unguardedReader(other) !== undefined) ?? instruction;
  const path = family === 'busybox' ? '/bin/ash' : '/bin/bash';
  const edits = [insertBefore(stage.file, first, [`SHELL ["${path}", "-o", "pipefail", "-c"]`])];
  return guarded({ title: `Run by ${path} with pipefail (${warning})`, edits }, runBelow(first), family === 'debian');
}

/** `sh -c '...'`, `bash <<EOF`, or a heredoc that names its program. */
function hasOwnShell({ heredocs, argument, stage }: Instruction, reader: Command): boolean {
  if (reader.isScript || reader.within?.isScript === true) return true;
  const [heredoc] = heredocs;
  if (heredoc === undefined || reader.span.start < heredoc.body.start) return false;
  return heredoc.start.start > argument.span.start || stage.file.text.startsWith('#!', heredoc.body.start);
}

/** In front of the `-c` of a SHELL. */
function addOption({ argument }: Instruction): TextEdit | undefined {
  const last = /"-[a-z]*c"\s*\]$/.exec(argument.text);
  return last === null ? undefined : insert(argument.span.start + last.index, '"-o", "pipefail", ');
}

/** By the place of the SHELL, which is the same for all pipes of a stage. */
const known = new WeakMap<Instruction, readonly Instruction[]>();

/** What the SHELL at a place is for, in this stage and those built on it, up to another SHELL. */
function runBelow(place: Instruction): readonly Instruction[] {
  let found = known.get(place);
  if (found === undefined) {
    found = collectBelow(place);
    known.set(place, found);
  }
  return found;
}

function collectBelow(place: Instruction): readonly Instruction[] {
  const found = new Set<Instruction>();
  for (const stage of place.stage.file.stages) {
    if (!stage.chain.includes(place.stage)) continue;
    for (const instruction of stage.inForce) {
      if (instruction.index < place.index || instruction === place) {
        if (instruction === place && place.keyword !== 'SHELL') found.add(instruction);
        continue;
      }
      if (instruction.keyword === 'SHELL') break;
      found.add(instruction);
    }
    for (const instruction of stage.instructions) if (instruction.onbuild) found.add(instruction);
  }
  return [...found].filter(
    ({ keyword, json }) =>
      ['RUN', 'CMD', 'ENTRYPOINT'].includes(keyword) && (json === undefined || json === 'malformed'),
  );
}

/** The fix as far as what is run allows it. @param anew another shell than before reads it. */
function guarded(
  fix: { readonly title: string; readonly edits: readonly TextEdit[] },
  below: readonly Instruction[],
  anew: boolean,
): FixOffer {
  const known = objections.get(below) ?? new Map<boolean, Objection>();
  objections.set(below, known);
  const objection = known.get(anew) ?? objectionTo(below, anew);
  known.set(anew, objection);
  return 'refused' in objection ? objection : { ...fix, ...objection };
}

/** What forbids the fix, or has to be true for it. */
type Objection = Refusal | { readonly assumes?: string };

/** By what is run, which is the same for all pipes below a place, and by whether another shell reads it. */
const objections = new WeakMap<readonly Instruction[], Map<boolean, Objection>>();

function objectionTo(below: readonly Instruction[], anew: boolean): Objection {
  const difference = anew ? below.map(lostByBash).find((found) => found !== undefined) : undefined;
  if (difference !== undefined) return { refused: `${difference}; set pipefail in the RUN by hand.` };
  const readers = below.flatMap(({ keyword, commands }) =>
    keyword === 'RUN' ? commands.filter(({ pipedFrom }) => pipedFrom !== undefined) : [],
  );
  const { text } = below[0]?.stage.file ?? { text: '' };
  if (readers.some((reader) => isEndless(reader, text)))
    return { refused: 'A command that never ends by itself is piped below, which pipefail takes for a failure.' };
  const hasty = readers.find(stopsEarly);
  if (hasty !== undefined)
    return { assumes: `${programOf(hasty) ?? 'the last command'} reads all that is piped into it` };
  const asking = readers.map(({ pipedFrom }) => pipedFrom).find((writer) => writer !== undefined && answers(writer));
  return asking === undefined ? {} : { assumes: `${programOf(asking) ?? 'xargs'} finds what it is asked for` };
}

const ownVariable = new RegExp(`\\$\\{?(${bashVariables.join('|')})(?![A-Za-z0-9_])`);

/** What bash does otherwise than the `sh` of Debian. */
function lostByBash({ argument, heredocs, commands, stage }: Instruction): string | undefined {
  const { text } = stage.file;
  for (const part of [argument.text, ...heredocs.map(({ body }) => text.slice(body.start, body.end))]) {
    const name = ownVariable.exec(part)?.[1];
    if (name !== undefined) return `bash sets ${name} itself`;
  }
  const echoes = commands
    .filter((command) => programOf(command) === 'echo')
    .map((command) => workWords(command).slice(1));
  return echoes.some(
    (words) =>
      /^-[nE]*e/.test(words[0]?.text ?? '') ||
      words.some(({ span }) => echoEscape.test(text.slice(span.start, span.end))),
  )
    ? 'The echo of bash treats backslashes otherwise'
    : undefined;
}

/** `yes` and devices without an end stop only when nobody reads any more. */
function isEndless(reader: Command, text: string): boolean {
  const writer = reader.pipedFrom;
  if (writer === undefined) return false;
  const written = text.slice(writer.span.start, reader.span.start);
  return programOf(writer) === 'yes' || /\/dev\/(?:u?random|zero)\b/.test(written);
}

/** It may end before what writes to it, which is then ended by a signal. */
function stopsEarly(reader: Command): boolean {
  const [program, ...words] = workWords(reader);
  const has = (pattern: RegExp): boolean => words.some(({ text }) => pattern.test(text));
  switch (programName(program)) {
    case 'head':
    case 'read':
    case 'true':
    case ':':
      return true;
    case 'grep':
    case 'egrep':
    case 'fgrep':
      return has(/^-[a-zA-Z]*[qm]|^--(?:quiet|silent|max-count)/);
    case 'sed':
      return has(/(?:^|[;{\d/$ ])q(?:$|[;} \d])/);
    case 'awk':
    case 'gawk':
    case 'mawk':
      return has(/\bexit\b/);
    default:
      return false;
  }
}

/** Its status is an answer, which no failure of the build is: `grep` that finds nothing, `apk info` of what is not installed. */
function answers(writer: Command): boolean {
  return (
    /^(?:[ef]?grep|diff|cmp|which|type|expr|ldd)$/.test(programOf(writer) ?? '') ||
    programName(writer.words[0]) === 'xargs'
  );
}
