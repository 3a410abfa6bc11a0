import { dockerfile } from '../../contract/example.ts';
import { defineRule, trivy } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'credential-command',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  title: 'RUN logs in, and the login stays in the image',
  why: 'The program writes the credential into a file of this layer, where everyone who has the image can read it.',
  remedy: 'Mount the credential with `RUN --mount=type=secret` for as long as the command runs.',
  aliases: [trivy('DS-0031')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        RUN gcloud auth activate-service-account --key-file=/key.json
      `,
      dockerfile`
        FROM debian:13-slim
        RUN npm config set //registry.example.com/:_authToken $NPM_TOKEN
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN --mount=type=secret,id=key gcloud auth activate-service-account --key-file=/run/secrets/key
      `,
      dockerfile`
        FROM debian:13-slim
        RUN npm config set registry https://registry.example.com
      `,
    ],
  },

  check(instruction, report) {
    if (
      instruction.keyword !== 'RUN' ||
      instruction.flags.some(({ name, value }) => name === 'mount' && /type=secret/.test(value ?? ''))
    )
      return;
    for (const command of instruction.commands) {
      const called = programOf(command);
      const login = called === undefined ? undefined : logins.get(called);
      if (login === undefined) continue;
      const [program, ...words] = workWords(command);
      if (program === undefined || !login.test(words.map((word) => word.text).join(' '))) continue;
      report({ anchor: program.span, path: `${instruction.path}.login` }, `Leaves a login in the image: ${called}.`);
    }
  },
});

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
