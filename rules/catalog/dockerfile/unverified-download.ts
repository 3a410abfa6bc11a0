import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { hostIn } from '../../model/dockerfile/hosts.ts';
import { type Command, programOf, workWords } from '../../model/dockerfile/shell.ts';
import { checksIn, isDownload, uncheckedExecution, usesDownload } from './shared/downloads.ts';

export default defineRule({
  id: 'unverified-download',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  title: 'Download is used without verification',
  why: 'Whoever takes over the server, or the account behind the release, gets their code into the image.',
  ignoreWhen: 'The address holds a version: then it is told to those who are strict alone.',
  remedy: 'Compare it with a checksum in the same RUN (`sha256sum -c`), or use `ADD --checksum`.',
  examples: {
    bad: [
      debian`
        RUN curl -fsSL https://example.com/tool -o /usr/local/bin/tool && chmod +x /usr/local/bin/tool
      `,
      debian`RUN wget https://example.com/releases/latest/tool.tar.gz && tar xzf tool.tar.gz`,
    ],
    good: [
      debian`
        RUN curl -fsSL https://example.com/tool -o tool && echo "24454f83  tool" | sha256sum -c && chmod +x tool
      `,
      debian`RUN curl -fsSL https://example.com/data.json -o /data.json`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const { commands } = instruction;
    if (checksIn(commands).length > 0) return;
    const read = new Set(commands.filter(isTextReader).map(({ pipedFrom }) => pipedFrom));
    /** Variables that hold text which was downloaded, such as the number of the last release. */
    const told = new Set(
      commands.filter((command) => isDownload(command) || isTextReader(command)).flatMap(namesGiven),
    );
    const lastUse = commands.findLastIndex(usesDownload);
    commands.forEach((command, i) => {
      // Text that is looked at, or put in a word, is no program: what is downloaded by it is.
      if (read.has(command) || (command.within !== undefined && !command.isScript)) return;
      if (!['curl', 'wget'].includes(programOf(command) ?? '')) return;
      const words = workWords(command).map((word) => ({ ...word, text: instruction.resolve(word.text) ?? word.text }));
      const address = words.find(({ text }) => /^["']?https?:\/\//.test(text));
      // That it is run is said by another rule.
      if (address === undefined || i >= lastUse || uncheckedExecution(instruction, command) !== undefined) return;
      // What a builder has is left behind; of an archive nobody can tell by its address what the image holds.
      const isMoving =
        movingAddress.test(address.text) ||
        namesIn(address.text).some((name) => told.has(name)) ||
        (instruction.stage.isFinal && commands.slice(i).some(unpacks) && !pinnedAddress.test(address.text));
      report(
        { anchor: address.span, path: `${instruction.path}.download` },
        isMoving
          ? `Uses what ${hostIn(address.text) ?? 'a server'} has last, without checking its checksum.`
          : 'Uses a download without checking its checksum.',
        undefined,
        [],
        isMoving ? {} : { atMost: 'low', from: 'strict' },
      );
    });
  },
});

/** Programs that read a version out of a text. */
const isTextReader = (command: Command): boolean =>
  command.outputs.length === 0 &&
  /^(?:jq|yq|[ef]?grep|sed|g?awk|cut|head|tail|tr|sort)$/.test(programOf(command) ?? '');

/** Variables that the output of a command is given to: `V=$(curl ...)`. */
const namesGiven = ({ within }: Command): readonly string[] =>
  within === undefined || within.words.length > 0
    ? []
    : within.assignments.map(({ text }) => text.split('=', 1)[0] ?? '');

const namesIn = (address: string): readonly string[] =>
  [...address.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);

/** Another file every time: the last release, or a branch. Source: docs.github.com, "Linking to releases". */
const movingAddress = /\/(?:latest|master|main|HEAD|nightly|edge|trunk|develop|snapshots?)(?:[/."']|$)|[-_]latest[-_.]/;

/** A version, a date, a commit, or a variable, which is what a version mostly is. */
const pinnedAddress = /\$|\d[._-]\d|\d{3}|[/_.-][vr]?\d{1,2}(?=[/_.-]|$)|[0-9a-f]{7}|[?#]/i;

const unpacks = (command: Command): boolean => /^(?:bsd)?tar$|^unzip$|^dpkg$/.test(programOf(command) ?? '');
