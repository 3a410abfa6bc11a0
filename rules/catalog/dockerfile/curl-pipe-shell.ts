import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Command } from '../../model/dockerfile/shell.ts';
import { programName, programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';
import { isDownload, isInterpreter, uncheckedExecution } from './shared/downloads.ts';

export default defineRule({
  id: 'curl-pipe-shell',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  title: 'Downloaded script runs unchecked',
  why: 'Whoever controls the server, or the way to it, runs commands in your build and decides what is in the image. Nobody sees what it was.',
  remedy:
    'Download to a file, compare it with a checksum that is in the Dockerfile, then run it; or install a package that is signed.',
  ignoreWhen: 'You control the server and the connection is encrypted.',
  examples: {
    bad: [
      debian`RUN curl -fsSL https://get.example.com/install.sh | bash`,
      debian`RUN wget -q https://get.example.com/install.sh && bash install.sh`,
    ],
    good: [
      debian`
        RUN curl -fsSLo install.sh https://get.example.com/install.sh && sha256sum -c install.sha256 && sh install.sh
      `,
      debian`RUN curl -fsSL https://example.com/data.json | jq .version > /version`,
    ],
  },

  check(instruction, report) {
    const { commands } = instruction;
    const downloads = commands.filter(isDownload);
    if (downloads.length === 0) return;
    const sinks = sinksOf(commands);
    for (const command of downloads) {
      const by = runner(command) ?? sinks.get(command);
      const execution = by === undefined ? uncheckedExecution(instruction, command) : { by };
      if (execution === undefined) continue;
      const word =
        command.words.find(({ text }) => /^(?:https?|ftp):\/\//.test(text)) ?? (command.words[0] as ShellWord);
      const from = /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(word.text)?.[1];
      report(
        { anchor: word.span, path: `${instruction.path}.download` },
        `Runs what ${from ?? 'the server'} sends, unchecked${execution.by === undefined ? '' : `, by ${execution.by}`}.`,
      );
    }
  },
});

/** The interpreter in whose words a command stands, so that it runs what the command writes. */
function runner({ within, isScript }: Command): string | undefined {
  if (within === undefined || isScript) return undefined;
  const program = programOf(within) ?? programName(within.words[0]);
  // `FOO=$(curl ...)` keeps it.
  return isInterpreter(program) ? program : undefined;
}

/** For each command whose output ends in an interpreter, that one. What stands in between, such as `tee` or `sed`, hands it on. */
function sinksOf(commands: readonly Command[]): ReadonlyMap<Command, string> {
  const sinks = new Map<Command, string>();
  for (const command of commands.toReversed()) {
    const sink = command.pipedFrom === undefined ? undefined : (interpreterOf(command) ?? sinks.get(command));
    if (command.pipedFrom !== undefined && sink !== undefined) sinks.set(command.pipedFrom, sink);
  }
  return sinks;
}

/** The interpreter that runs what it reads; `python -m json.tool` and `bash script` read their input as data. */
function interpreterOf(command: Command): string | undefined {
  const [program, ...rest] = workWords(command);
  const name = programName(program);
  const reads =
    rest.some(({ text }) => text === '-' || text === '-s' || /^-[a-z]*s$/.test(text)) ||
    rest.every(({ text }) => text.startsWith('-') && text !== '-m' && text !== '-c' && text !== '-e');
  return isInterpreter(name) && reads ? name : undefined;
}
