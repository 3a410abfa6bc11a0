import { dockerfile } from '../../contract/example.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { programOf } from '../../model/dockerfile/shell.ts';
import { removeSetting } from './shared/edit.ts';

export default defineRule({
  id: 'unsigned-rpm-package',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Unsigned packages are installed by rpm',
  why: 'Whoever is on the way to the mirror, or owns it, puts a program of their own into the image.',
  remedy: 'Remove the option; import the key of the repository.',
  aliases: [checkov('CKV2_DOCKER_9'), checkov('CKV2_DOCKER_10')],
  examples: {
    bad: [
      dockerfile`
        FROM fedora:42
      - RUN dnf install -y --nogpgcheck httpd
      + RUN dnf install -y httpd
      `,
      dockerfile`
        FROM fedora:42
      - RUN rpm -i --nosignature a.rpm
      + RUN rpm -i a.rpm
      `,
    ],
    good: [],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const word = programs.test(programOf(command) ?? '')
        ? command.words.find(({ text }) => unsigned.test(text))
        : undefined;
      if (word === undefined) continue;
      report(
        { anchor: word.span, path: `${instruction.path}.unsigned-rpm-package` },
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

const programs = /^(?:dnf5?|microdnf|tdnf|yum|rpm|zypper)$/;
const unsigned =
  /^(?:--nogpgcheck|--no-gpg-checks?|--nosignature|--nodigest|--nopgp|--nogpg|--noverify|--allow-unsigned-rpm|(?:--setopt=)?(?:\w+\.)?gpgcheck=(?:0|false|no))$/;
