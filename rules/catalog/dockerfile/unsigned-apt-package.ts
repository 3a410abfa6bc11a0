import { debian } from '../../contract/example.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';
import { removeSetting } from './shared/edit.ts';

export default defineRule({
  id: 'unsigned-apt-package',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Unsigned packages are installed by apt',
  why: 'Whoever is on the way to the mirror, or owns it, puts a program of their own into the image.',
  remedy: 'Remove the option; add the key of the repository by `signed-by`.',
  aliases: [checkov('CKV2_DOCKER_8'), checkov('CKV2_DOCKER_11')],
  examples: {
    bad: [
      debian`
      - RUN apt-get install -y --allow-unauthenticated curl
      + RUN apt-get install -y curl
      `,
      debian`
      - RUN apt-get install --force-yes curl
      + RUN apt-get install curl
      `,
    ],
    good: [debian`RUN echo --force-yes`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const call = packageCommandOf(command);
      const word =
        call?.manager === 'apt' && !removes.has(call.verb.text)
          ? command.words.find(({ text }) => unsigned.test(text))
          : undefined;
      if (word === undefined) continue;
      report(
        { anchor: word.span, path: `${instruction.path}.unsigned-apt-package` },
        `Installs packages that nobody signed: ${word.text}.`,
        () =>
          instruction.json === undefined
            ? {
                title: 'Ask for signed packages',
                consequence: 'what has no signature is no longer installed',
                assumes: 'each of them is signed by a key that the image has',
                edits: [removeSetting(instruction.stage.file, command.words, word)],
              }
            : { refused: 'The command is written as JSON; remove the word by hand.' },
      );
    }
  },
});

/** What takes packages away asks for no signature. */
const removes: ReadonlySet<string> = new Set(['purge', 'remove', 'autoremove', 'autopurge', 'clean', 'autoclean']);

const unsigned =
  /^(?:--allow-unauthenticated|--force-yes|--allow-insecure-repositories|(?:-o)?APT::Get::AllowUnauthenticated=(?:true|1|yes))$/;
