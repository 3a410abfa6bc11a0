import { dockerfile } from '../../contract/example.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'unsigned-apk-package',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Unsigned packages are installed by apk',
  why: 'Whoever is on the way to the mirror, or owns it, puts a program of their own into the image.',
  remedy: 'Remove the option; add the key of the repository to `/etc/apk/keys`.',
  aliases: [checkov('CKV2_DOCKER_7')],
  examples: {
    bad: [
      dockerfile`
        FROM alpine:3.22
      - RUN apk add --no-cache --allow-untrusted curl
      + RUN apk add --no-cache curl
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk --allow-untrusted add ./a.apk
      `,
    ],
    good: [
      dockerfile`
        FROM alpine:3.22
        RUN echo --allow-untrusted
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const apk = packageCommandOf(command);
      const word = apk?.manager === 'apk' ? command.words.find(({ text }) => text === '--allow-untrusted') : undefined;
      if (apk === undefined || word === undefined) continue;
      report(
        { anchor: word.span, path: `${instruction.path}.unsigned-apk-package` },
        `Installs packages that nobody signed: ${word.text}.`,
        () => {
          if (instruction.json !== undefined)
            return { refused: 'The command is written as JSON; remove the word by hand.' };
          const edits = [removeWord(instruction.stage.file, word.span)];
          const own = apk.operands.find(({ text }) => text.endsWith('.apk'));
          return own === undefined
            ? { title: 'Ask for signed packages (what has no signature is no longer installed)', edits }
            : { title: 'Ask for signed packages', edits, assumes: `/etc/apk/keys holds the key of ${own.text}` };
        },
      );
    }
  },
});
