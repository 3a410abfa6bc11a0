import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'deprecated-apt-key',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  title: 'Key is trusted for every repository',
  why: '`apt-key` lets whoever owns the key replace any package of the distribution. Debian 13 removed it.',
  remedy: 'Put the key under `/usr/share/keyrings` and name it in the one source: `[signed-by=...]`.',
  examples: {
    bad: [
      debian`RUN curl -fsSL https://example.com/key.asc | apt-key add -`,
      debian`RUN apt-key adv --keyserver keyserver.ubuntu.com --recv-keys 0123456789ABCDEF`,
    ],
    good: [
      debian`RUN curl -fsSL https://example.com/key.asc -o /usr/share/keyrings/example.asc`,
      debian`RUN apt-key list`,
    ],
  },

  check(instruction, report) {
    for (const command of instruction.keyword === 'RUN' ? instruction.commands : []) {
      const [program, ...words] = workWords(command);
      if (
        program !== undefined &&
        programOf(command) === 'apt-key' &&
        words.some(({ text }) => text === 'add' || text === 'adv')
      )
        report(
          { anchor: program.span, path: `${instruction.path}.apt-key` },
          'Trusts the key for packages of every repository.',
        );
    }
  },
});
