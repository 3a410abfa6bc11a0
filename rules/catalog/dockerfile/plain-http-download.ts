import { debian, dockerfile } from '../../contract/example.ts';
import type { Report } from '../../contract/finding.ts';
import { defineRule } from '../../contract/rule.ts';
import { hostIn, isPrivateHost } from '../../model/dockerfile/hosts.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type Command, programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';
import { checksIn, isDownload, isInstaller, uncheckedExecution, usesDownload } from './shared/downloads.ts';
import { byHttps } from './shared/https.ts';

export default defineRule({
  id: 'plain-http-download',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  uncovers: ['remote-add-without-checksum'],
  title: 'File is downloaded over an unencrypted connection',
  why: 'Whoever sits between the build and the server decides what becomes part of the image.',
  remedy: 'Use `https://`, and add `--checksum`.',
  examples: {
    bad: [
      debian`
      - ADD http://example.com/tool.tar.gz /opt/
      + ADD https://example.com/tool.tar.gz /opt/
      `,
      debian`
      - RUN curl -fsSLO http://example.com/tool.tar.gz && tar xzf tool.tar.gz
      + RUN curl -fsSLO https://example.com/tool.tar.gz && tar xzf tool.tar.gz
      `,
      dockerfile`
        FROM scratch
        ADD git://example.com/tool.git /src
      `,
    ],
    good: [
      debian`RUN curl -fsSL http://example.com/data.json -o /data.json`,
      debian`
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d http://example.com/tool.tar.gz /opt/
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword === 'RUN') {
      reportUsed(instruction, report);
      reportKeys(instruction, report);
    }
    const { keyword, words } = instruction;
    // What is compared with a checksum may come by any way.
    if (keyword !== 'ADD' || instruction.flag('checksum') !== undefined) return;
    for (const { text, span } of words.slice(0, -1)) {
      const scheme = /^["']?(http|git):\/\//i.exec(text)?.[1];
      if (scheme === undefined) continue;
      const start = span.start + text.indexOf(scheme);
      report(
        { anchor: span, path: `${instruction.path}.${scheme}` },
        `Can be read and changed on the way: ${scheme}:// has no encryption.`,
        () => byHttps(text.slice(text.indexOf(scheme)), { start, end: start + scheme.length, text: 'https' }),
      );
    }
  },
});

/** What a word stands for, with the variables of the file and those that earlier commands of the RUN set. */
function addressIn(instruction: Instruction, earlier: readonly Command[], { text, expands }: ShellWord): string {
  if (!expands) return text;
  const [whole, name = ''] = /^["']?\$\{?(\w+)\}?/.exec(text) ?? [];
  const set = earlier
    .flatMap(({ assignments }) => assignments)
    .findLast((assignment) => name !== '' && assignment.text.startsWith(`${name}=`));
  if (whole === undefined || set === undefined) return instruction.resolve(text) ?? text;
  return `${set.text.slice(name.length + 1).replace(/^["']/, '')}${text.slice(whole.length)}`;
}

/** A key that packages are checked with, from where anybody on the way puts another one. */
function reportKeys(instruction: Instruction, report: Report): void {
  const { commands } = instruction;
  const readers = new Map(
    commands.flatMap((one) => (one.pipedFrom === undefined ? [] : [[one.pipedFrom, one] as const])),
  );
  commands.forEach((command, i) => {
    const words = workWords(command);
    const isKey =
      takesKey(command) ||
      (isDownload(command) &&
        (takesKeyOf(readers.get(command)) ||
          [...words, ...command.outputs].some(({ text }) => placeOfKeys.test(text))));
    if (!isKey) return;
    for (const word of words) {
      const host = hostByHttp(addressIn(instruction, commands.slice(0, i), word));
      if (host !== undefined)
        report(
          { anchor: word.span, path: `${instruction.path}.key` },
          `Trusts a key that can be changed on the way from ${host}: http:// has no encryption.`,
          undefined,
          [],
          { cause: { key: host, within: 'file' } },
        );
    }
  });
}

function hostByHttp(address: string): string | undefined {
  const host = /^http:\/\//i.test(address) ? hostIn(address) : undefined;
  return host === undefined || isPrivateHost(host) ? undefined : host;
}

/** It fetches a key by itself. Sources: apt-key(8), rpm(8). */
const takesKey = (command: Command): boolean => {
  const program = programOf(command);
  const says = (form: RegExp): boolean => workWords(command).some(({ text }) => form.test(text));
  return (program === 'rpm' && says(/^--import$/)) || (program === 'apt-key' && says(/^adv$/) && says(/^--fetch-keys/));
};

/** It reads one from a pipe. */
const takesKeyOf = (reader: Command | undefined): boolean =>
  reader !== undefined && /^(?:apt-key|gpg|rpm|rpmkeys)$/.test(programOf(reader) ?? '');

/** Where tools that install packages look for keys. */
const placeOfKeys =
  /^\/(?:etc\/apt\/(?:trusted\.gpg\.d|keyrings)|usr\/share\/keyrings|etc\/apk\/keys|etc\/pki\/rpm-gpg)\//;

/** What a command downloads, and a later one of the same RUN unpacks, installs or makes a program, with nothing compared. */
function reportUsed(instruction: Instruction, report: Report): void {
  const { commands } = instruction;
  if (checksIn(commands).length > 0) return;
  const last = commands.findLastIndex(usesDownload);
  commands.forEach((command, i) => {
    const isUsed = i < last && isDownload(command) && uncheckedExecution(instruction, command) === undefined;
    if (!isUsed && !isInstaller(command)) return;
    for (const word of workWords(command)) {
      const { text, span, expands } = word;
      const address = addressIn(instruction, commands.slice(0, i), word);
      const host = hostByHttp(address);
      if (host === undefined) continue;
      report(
        { anchor: span, path: `${instruction.path}.http` },
        `Is used, and can be changed on the way from ${host}: http:// has no encryption.`,
        () => {
          // A quote may stand before it.
          const start = instruction.stage.file.text.toLowerCase().indexOf('http', span.start);
          return expands ? undefined : byHttps(text, { start, end: start + 'http'.length, text: 'https' });
        },
        [],
        { cause: { key: host, within: 'file' } },
      );
    }
  });
}
