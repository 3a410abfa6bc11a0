/** Options and settings of programs by which a command of a build does not check certificates. Sources: the documentation of each program, read 2026-11-23. */

import type { Fix, FixOffer } from '../../../contract/finding.ts';
import { hostIn, isPrivateHost } from '../../../model/dockerfile/hosts.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { type Command, programOf, workWords } from '../../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../../model/dockerfile/shell-word.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Span } from '../../../text/source.ts';
import { authoritiesFor } from './authorities.ts';
import { removeSetting, removeWord } from './edit.ts';

export interface UncheckedCertificate {
  readonly at: Span;
  /** What is switched off by it. */
  readonly message: string;
  readonly fix: () => FixOffer;
}

/** What may stop once certificates are checked. */
export const warning = 'a server whose authority the image does not know is refused';

/** A call of a program. */
interface Call {
  readonly instruction: Instruction;
  readonly name: string;
  /** Behind the name. */
  readonly words: readonly ShellWord[];
}

/** What a call does not check, by program. */
const programs: ReadonlyMap<string, (call: Call) => readonly UncheckedCertificate[]> = new Map([
  ['curl', ofCurl],
  ['wget', ofWget],
  ['git', ofGit],
  ...['npm', 'yarn', 'pnpm'].map((name) => [name, ofNpm] as const),
  ...['pip', 'pip3', 'python', 'python3'].map((name) => [name, ofPip] as const),
  ...['yum-config-manager', 'dnf-config-manager', 'microdnf', 'tdnf', 'dnf', 'yum'].map(
    (name) => [name, ofDnf] as const,
  ),
  ...['apt-get', 'apt'].map((name) => [name, ofApt] as const),
]);

/** What a command of an instruction does not check. */
export function uncheckedIn(instruction: Instruction, command: Command): readonly UncheckedCertificate[] {
  const [program, ...words] = workWords(command);
  const name = programOf(command);
  if (program === undefined || name === undefined) return [];
  return programs.get(name)?.({ instruction, name, words }) ?? [];
}

function ofCurl(call: Call): readonly UncheckedCertificate[] {
  return call.words.flatMap((word) => {
    if (insecure.has(word.text)) return [option(call, word)];
    return isBundled(word.text) ? [option(call, word, () => bundledWithout(call, word, 'k'))] : [];
  });
}

const insecure: ReadonlySet<string> = new Set(['--insecure', '-k', '--proxy-insecure', '--doh-insecure']);

/** One of several letters behind a dash, none of which takes what follows as its value. */
const isBundled = (text: string): boolean =>
  /^-[a-jl-zA-Z#]*k[a-zA-Z#]*$/.test(text) &&
  !/^-(?:(?![oHdXuAebEFrTUwxyYzC])[a-zA-Z])*[oHdXuAebEFrTUwxyYzC][a-zA-Z]*k/.test(text);

function ofWget(call: Call): readonly UncheckedCertificate[] {
  return call.words.filter(({ text }) => text === '--no-check-certificate').map((word) => option(call, word));
}

function ofGit(call: Call): readonly UncheckedCertificate[] {
  const { words } = call;
  const index = words.findIndex(({ text }) => /^http\.(?:.+\.)?sslverify(?:=(?:false|0|no|off))?$/i.test(text));
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined) return [];
  if (!word.text.includes('=') && !/^(?:false|0|no|off)$/i.test(next?.text ?? '')) return [];
  const message = `Checks no certificates: git ${word.text.split('=')[0]} is off.`;
  return [{ at: word.span, message, fix: () => switchedOn(call, word, next) }];
}

function ofNpm(call: Call): readonly UncheckedCertificate[] {
  const { words, name } = call;
  // Behind `install` a bare word names a package.
  const isConfiguring = words.some(({ text }) => text === 'config' || text === 'c' || text === 'set');
  const strict = isConfiguring ? /^(?:--)?strict-ssl(?:=false)?$/i : /^--strict-ssl(?:=false)?$/i;
  const index = words.findIndex(({ text }) => strict.test(text));
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined) return [];
  const message = `Checks no certificates: strict-ssl of ${name} is false.`;
  return /=false$/i.test(word.text) || /^false$/i.test(next?.text ?? '')
    ? [{ at: word.span, message, fix: () => switchedOn(call, word, next) }]
    : [];
}

function ofPip(call: Call): readonly UncheckedCertificate[] {
  const { words } = call;
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    // `pip config set global.trusted-host NAME` writes for every call what the option says for one.
    if (/^(?:global|install|download|user|site)\.trusted-host$/.test(word.text) && words[i - 1]?.text === 'set') {
      const message = `Does not check the certificate of ${next?.text ?? 'the host'}: pip.`;
      return [{ at: word.span, message, fix: (): FixOffer => ({ refused: 'Remove the whole command by hand.' }) }];
    }
    return /^--trusted-host(?:=.+)?$/.test(word.text) ? [trustedHost(call, word, next)] : [];
  });
}

function trustedHost(call: Call, word: ShellWord, next: ShellWord | undefined): UncheckedCertificate {
  const host = word.text.includes('=') ? undefined : next;
  const which = host?.text ?? word.text.slice('--trusted-host='.length);
  const urls = [...call.words.map(({ text }) => text), ...indexUrls(call.instruction)];
  // An index without encryption is read from hosts that are trusted alone.
  const isPlain = urls.some((url) => /^(?:--[a-z-]+=)?http:/.test(url) && url.includes(which));
  const refused = `The index of ${which} is read without encryption, which pip refuses otherwise; use https.`;
  return {
    at: word.span,
    message: `Does not check the certificate of ${which}: pip.`,
    fix: () => (isPlain ? { refused } : without(call, word, host ?? word)),
  };
}

/** Where the stage tells pip to look. */
function indexUrls(instruction: Instruction): readonly string[] {
  return ['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL'].flatMap((name) => {
    const found = instruction.lookup(name);
    return typeof found === 'object' ? [found.value] : [];
  });
}

function ofDnf(call: Call): readonly UncheckedCertificate[] {
  return call.words.filter(({ text }) => /sslverify=(?:0|false|no)$/i.test(text)).map((word) => setting(call, word));
}

function ofApt(call: Call): readonly UncheckedCertificate[] {
  return call.words
    .filter(({ text }) => /^Acquire::https::.*Verify-(?:Peer|Host)=false$/i.test(text))
    .map((word) => setting(call, word));
}

const byHand = { refused: 'It is in a JSON form or in quotes; change it by hand.' };

function option(call: Call, word: ShellWord, fix = (): FixOffer => without(call, word)): UncheckedCertificate {
  return { at: word.span, message: `Does not check the certificate: ${call.name} ${word.text}.`, fix };
}

/** A setting that stands behind the option which takes settings. */
function setting(call: Call, word: ShellWord): UncheckedCertificate {
  const { instruction, words } = call;
  return option(call, word, () =>
    instruction.json === undefined ? checked(call, [removeSetting(instruction.stage.file, words, word)]) : byHand,
  );
}

/** @param last the end of what goes, when it is more than the word. */
function without(call: Call, word: ShellWord, last = word): FixOffer {
  const { instruction } = call;
  return instruction.json === undefined
    ? checked(call, [removeWord(instruction.stage.file, { start: word.span.start, end: last.span.end })])
    : byHand;
}

/** The value is a word of its own, or stands behind an equals sign. */
function switchedOn(call: Call, word: ShellWord, value: ShellWord | undefined): FixOffer {
  const { instruction } = call;
  if (instruction.json !== undefined) return byHand;
  if (!word.text.includes('=')) return value === undefined ? byHand : checked(call, [{ ...value.span, text: 'true' }]);
  const start = word.span.start + word.text.indexOf('=') + 1;
  return word.span.end - word.span.start === word.text.length
    ? checked(call, [{ start, end: word.span.end, text: 'true' }])
    : byHand;
}

/** `-fsSLk` without its `k`. */
function bundledWithout(call: Call, word: ShellWord, letter: string): FixOffer {
  const { instruction } = call;
  if (instruction.json !== undefined) return byHand;
  if (word.span.end - word.span.start !== word.text.length)
    return { refused: 'The flags are in quotes; change them by hand.' };
  const at = word.span.start + word.text.indexOf(letter);
  return checked(call, [{ start: at, end: at + 1, text: '' }]);
}

function checked({ instruction, name, words }: Call, edits: readonly TextEdit[]): Fix {
  const own = words
    .map(({ text }, i) => hostIn(text) ?? (words[i - 1]?.text === '--trusted-host' ? text : undefined))
    .find((host) => host !== undefined && isPrivateHost(host));
  const at = edits[0] ?? instruction.argument.span;
  const brought = authoritiesFor(instruction, name, at);
  const assumes = own === undefined ? brought.assumes : `the image knows the authority of ${own}`;
  return {
    title: `Check the certificate${brought.edits.length === 0 ? '' : ', with the package ca-certificates'} (${warning})`,
    edits: [...brought.edits, ...edits],
    ...(assumes === undefined ? {} : { assumes }),
  };
}
