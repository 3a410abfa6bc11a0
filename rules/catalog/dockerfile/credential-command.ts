import { debian } from '../../contract/example.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';

export default defineRule({
  id: 'credential-command',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  mendedByMore: true,
  title: 'RUN logs in, and the login stays in the image',
  marksSecrets: true,
  why: 'The program writes the credential into a file of this layer, where everyone who has the image can read it.',
  remedy: 'Mount the credential with `RUN --mount=type=secret` for as long as the command runs.',
  aliases: [trivy('DS-0031')],
  examples: {
    bad: [
      debian`RUN gcloud auth activate-service-account --key-file=/key.json`,
      debian`RUN npm config set //registry.example.com/:_authToken $NPM_TOKEN`,
    ],
    good: [
      debian`
        RUN --mount=type=secret,id=key gcloud auth activate-service-account --key-file=/run/secrets/key
      `,
      debian`RUN npm config set registry https://registry.example.com`,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const mounts = instruction.flags.some(({ name, value }) => name === 'mount' && /type=secret/.test(value ?? ''));
    for (const command of instruction.commands) {
      const [program, ...words] = workWords(command);
      const called = programOf(command);
      if (program === undefined || called === undefined) continue;
      const login = mounts ? undefined : logins.get(called);
      const kept = keptByGit(instruction, called, words);
      if (login?.test(words.map((word) => word.text).join(' ')) === true)
        report({ anchor: program.span, path: `${instruction.path}.login` }, `Leaves a login in the image: ${called}.`);
      else if (kept !== undefined)
        report(
          { anchor: program.span, path: `${instruction.path}.git` },
          `Leaves the credential of an address in the image: ${kept}.`,
        );
    }
  },
});

/** An address with a token, mounted or not, is written down by Git. Source: git-clone(1), git-config(1). */
function keptByGit({ stage, commands }: Instruction, program: string, words: readonly ShellWord[]): string | undefined {
  if (program !== 'git' || !stage.isShipped) return undefined;
  const isKept = words.some(({ text }) => withCredential.test(text));
  if (!isKept) return undefined;
  const verb = words.find(({ text }) => /^(?:clone|remote|submodule|config)$/.test(text));
  if (verb?.text === 'config')
    return words.some(({ text }) => /^--(?:global|system)$/.test(text)) ? 'gitconfig' : undefined;
  // What the same RUN takes away is in no layer.
  const isMended = commands.some((other) => {
    const text = workWords(other)
      .map((word) => word.text)
      .join(' ');
    return (
      other.span.start > (verb?.span.start ?? 0) &&
      (/^rm .*(?:\.git\b|-\w*[rR])/.test(text) || /^git .*remote (?:set-url|remove|rm)\b/.test(text))
    );
  });
  return verb === undefined || isMended ? undefined : '.git/config';
}

/** `https://TOKEN@host` or `https://user:TOKEN@host`, the token a variable, a command, or one that shows itself. */
const withCredential =
  /https?:\/\/(?:[^\s/@:]{0,40}:)?(?:\$\([^)]{0,60}\)|\$\{?\w{1,60}\}?|(?:gh[pousr]_|github_pat_|glpat-)[\w-]{1,99})(?::[\w-]{0,40})?@[\w.-]/;

/** Commands that keep a credential. Source: the reference of each program. */
const logins: ReadonlyMap<string, RegExp> = new Map([
  ['aws', /^configure set \S*(?:secret|access_key|session_token)/],
  ['az', /^login .*(?:-p|--password)\b/],
  ['docker', /^login .*(?:-p|--password)\b/],
  ['doctl', /^auth init .*(?:-t|--access-token)\b/],
  ['gcloud', /^auth (?:activate-service-account|login)\b/],
  ['gh', /^auth login\b/],
  ['helm', /^registry login .*(?:-p|--password)\b/],
  ['npm', /^(?:config )?set \S*_(?:authToken|auth|password)\b/],
  ['yarn', /^config set \S*(?:authToken|npmAuthToken)\b/i],
  ['poetry', /^config (?:http-basic|pypi-token)\./],
]);
