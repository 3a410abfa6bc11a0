import { debian } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import { isRootUser } from '../../model/dockerfile/stage.ts';

export default defineRule({
  id: 'user-not-created',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  mendedByMore: true,
  title: 'USER does not exist in the image',
  why: 'The container does not start: the runtime finds no such user in `/etc/passwd`.',
  remedy: 'Create the user above, or write a number.',
  standards: [cisDocker('4.1')],
  examples: {
    bad: [
      debian`
        USER app
        #    ^^^ user-not-created
      `,
      debian`
        RUN useradd web
        USER app
      `,
    ],
    good: [
      debian`
        RUN useradd app
        USER app
      `,
      debian`USER 10001`,
    ],
  },

  check(instruction, report) {
    const { keyword, stage } = instruction;
    if (keyword !== 'USER' || !stage.isFinal) return;
    const user = stage.userAt();
    if (user.kind !== 'set' || user.instruction !== instruction || !/^[a-z_][a-z0-9_-]*$/.test(user.user)) return;
    // Only of these it is known whom they ship (Debian's and Ubuntu's base-passwd).
    const { image } = stage;
    if (image?.registry !== 'docker.io' || !/^library\/(?:debian|ubuntu)$/.test(image.repository)) return;
    if (isRootUser(user.user) || shipped.has(user.user)) return;
    for (const other of stage.inForce) {
      // A file may bring accounts, and a package may create its own.
      if (
        other.index < instruction.index &&
        (other.keyword === 'COPY' || other.keyword === 'ADD') &&
        /passwd|--from/.test(`${other.argument.text} ${other.flags.map(({ name }) => `--${name}`).join(' ')}`)
      )
        return;
      for (const command of other.keyword === 'RUN' ? other.commands : []) {
        const program = programOf(command) ?? '';
        if (/install|dpkg|apt|\.sh$|^(?:make|newusers|sh|bash)$/.test(`${program}`)) return;
        if (
          workWords(command).some(({ text, expands }) => expands || text.includes(user.user) || text.includes('passwd'))
        )
          return;
      }
    }
    report({ anchor: instruction.argument.span, path: `${stage.path}.USER` }, `Nothing creates the user ${user.user}.`);
  },
});

const shipped: ReadonlySet<string> = new Set(
  'daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc _apt nobody gnats ubuntu'.split(' '),
);
