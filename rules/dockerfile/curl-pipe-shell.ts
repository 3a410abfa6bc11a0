import type { Command, ShellWord } from '../model/dockerfile/shell.ts';
import { programName, programOf, workWords } from '../model/dockerfile/shell.ts';
import { defineRule, dockerfile } from '../rule.ts';

const downloaders = new Set(['curl', 'wget', 'fetch', 'http', 'https', 'aria2c']);
const interpreters = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'zsh',
  'ksh',
  'python',
  'python2',
  'python3',
  'perl',
  'ruby',
  'node',
  'php',
  'eval',
  'source',
  '.',
]);

export default defineRule({
  id: 'curl-pipe-shell',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  tags: [],
  since: '0.1.0',
  title: 'Downloaded script runs unchecked',
  why: 'Whoever controls the server, or the way to it, runs commands in your build and decides what is in the image. Nobody sees what it was.',
  remedy:
    'Download to a file, compare it with a checksum that stands in the Dockerfile, then run it; or install a package that is signed.',
  ignoreWhen: 'You control the server and the connection is encrypted.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        RUN curl -fsSL https://get.example.com/install.sh | bash
      `,
      dockerfile`
        FROM debian:13-slim
        RUN bash -c "$(wget -qO- https://get.example.com/install.sh)"
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN curl -fsSLo install.sh https://get.example.com/install.sh && sha256sum -c install.sha256 && sh install.sh
      `,
      dockerfile`
        FROM debian:13-slim
        RUN curl -fsSL https://example.com/data.json | jq .version > /version
      `,
    ],
  },

  check(instruction, report) {
    const { commands } = instruction;
    for (const command of commands) {
      if (!downloaders.has(programOf(command) ?? '')) continue;
      const by = runner(command, commands);
      if (by === undefined) continue;
      const word =
        command.words.find(({ text }) => /^(?:https?|ftp):\/\//.test(text)) ?? (command.words[0] as ShellWord);
      const from = /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(word.text)?.[1];
      report(
        { anchor: word.span, path: `${instruction.path}.download` },
        `What ${from ?? 'the server'} sends is run by ${by}, unchecked.`,
      );
    }
  },
});

/** The interpreter that gets what a command writes; undefined when none does. */
function runner(command: Command, all: readonly Command[]): string | undefined {
  const outer = command.within;
  if (outer !== undefined) {
    const program = programOf(outer) ?? programName(outer.words[0]);
    if (program !== undefined && interpreters.has(program)) return program;
    // `FOO=$(curl ...)` keeps it; what a downloader is inside of decides.
    return undefined;
  }
  return piped(command, all);
}

function piped(command: Command, all: readonly Command[]): string | undefined {
  for (const next of all) {
    if (next.pipedFrom !== command) continue;
    const [program, ...rest] = workWords(next);
    const name = programName(program);
    // `python -m json.tool` and `bash script` read their input as data.
    const reads =
      rest.some(({ text }) => text === '-' || text === '-s' || /^-[a-z]*s$/.test(text)) ||
      rest.every(({ text }) => text.startsWith('-') && text !== '-m' && text !== '-c' && text !== '-e');
    if (name !== undefined && interpreters.has(name) && reads) return name;
    // Something in between, such as `tee` or `sed`, hands it on.
    const later = piped(next, all);
    if (later !== undefined) return later;
  }
  return undefined;
}
