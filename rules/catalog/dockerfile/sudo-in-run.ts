import { dockerfile } from '../../contract/example.ts';
import type { Fix, FixOffer } from '../../contract/finding.ts';
import { checkov, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { buildUserOf } from '../../model/dockerfile/build-user.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type Command, programName } from '../../model/dockerfile/shell.ts';
import { baseImageOf } from '../../model/image/base.ts';
import type { Span } from '../../text/source.ts';
import { isRefusal, type Refusal } from '../../yaml/change.ts';
import { removeLeadingWord } from './shared/edit.ts';
import { sudoWords } from './shared/sudo.ts';

export default defineRule({
  id: 'sudo-in-run',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'RUN calls sudo',
  why: 'An image with sudo lets any user become root, often without a password. An attacker in the container uses it.',
  remedy: 'Put the commands that need root above USER and call them directly; do not install sudo.',
  ignoreWhen: 'It is a development container whose user is meant to install things.',
  aliases: [hadolint('DL3004'), checkov('CKV2_DOCKER_1'), trivy('DS-0010'), kics('Run Using Sudo')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13
        RUN sudo apt-get update
      `,
      dockerfile`
        FROM debian:13
        RUN apt-get update && sudo -E make install
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y sudo
      `,
      dockerfile`
        FROM debian:13
        RUN echo "use sudo to become root" > /etc/motd
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const [first, ...others] = instruction.commands.filter(({ words: [word] }) => programName(word) === 'sudo');
    const anchorOf = ({ words: [word] }: Command): Span => word?.span ?? instruction.span;
    if (first === undefined) return;
    report(
      { anchor: anchorOf(first), path: `${instruction.path}.sudo` },
      'Calls sudo, which leaves a way to root in the image.',
      () => withoutSudos(instruction, [first, ...others]),
      others.map((command) => ({ place: { anchor: anchorOf(command) }, message: 'Here, too.' })),
      // Where the base image brought it, this RUN adds nothing.
      isInstalledHere(instruction) || isBare(instruction) ? {} : { from: 'strict' },
    );
  },
});

/** A base image that is known, and has none: where sudo is called, something installs it. */
const isBare = ({ stage: { image } }: Instruction): boolean =>
  image !== undefined && baseImageOf(image).tools !== 'unknown';

/** Some RUN of the file installs sudo: then it is the choice of whoever writes it. */
const isInstalledHere = ({ stage: { file } }: Instruction): boolean =>
  file.stages.some(({ instructions }) =>
    instructions.some(({ keyword, commands }) => keyword === 'RUN' && commands.some(installsSudo)),
  );

function installsSudo({ words }: Command): boolean {
  const at = words.findIndex(({ text }) => text === 'install' || text === 'add');
  return at >= 0 && words.slice(at).some(({ text }) => /^sudo(?:=|$)/.test(text));
}

function withoutSudos(instruction: Instruction, commands: readonly Command[]): FixOffer {
  const offers = commands.map((command) => withoutSudo(instruction, command));
  const refusal = offers.find(isRefusal);
  if (refusal !== undefined) return refusal;
  const fixes = offers.flatMap((offer) => (isRefusal(offer) ? [] : [offer]));
  return { ...(fixes[0] as Fix), edits: fixes.flatMap(({ edits = [] }) => edits) };
}

function withoutSudo(instruction: Instruction, command: Command): Fix | Refusal {
  if (instruction.onbuild)
    return { refused: 'ONBUILD runs as the user at the end of this image, who may be no root by then.' };
  const user = buildUserOf(instruction.stage, instruction.index);
  if (user === 'other') return { refused: 'The command runs as another user than root here; move it above USER.' };
  const sudo = instruction.json === undefined ? sudoWords(command) : undefined;
  if (sudo === undefined) return { refused: 'sudo is called with options of its own; remove it by hand.' };
  const { file } = instruction.stage;
  const span = { start: sudo.first.span.start, end: sudo.last.span.end };
  // In quotes `CC=gcc` would be a command.
  const next = command.words[command.words.indexOf(sudo.last) + 1];
  if (next !== undefined && /^\w+=/.test(next.text) && /["']/.test(file.text[next.span.start] ?? ''))
    return { refused: 'A variable behind sudo is in quotes; remove sudo by hand.' };
  if (file.text.slice(span.start, span.end).includes('\n'))
    return { refused: 'The options of sudo are on several lines; remove it by hand.' };
  const fix = { title: 'Call it directly (RUN is root here)', edits: [removeLeadingWord(file.text, span)] };
  return user === 'root' ? fix : { ...fix, title: 'Call it directly', assumes: 'the base image runs as root' };
}
