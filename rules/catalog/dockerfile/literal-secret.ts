import { debian } from '../../contract/example.ts';
import { buildkit, cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import type { ShellWord } from '../../model/dockerfile/shell-word.ts';
import { passwordInAddress, secretIn, secretsIn } from '../../model/secret/detect.ts';
import { looksRandom } from '../../model/secret/value.ts';
import type { Span } from '../../text/source.ts';
import { asSecretMount } from './shared/secret-mount.ts';

export default defineRule({
  id: 'literal-secret',
  subject: 'instruction',
  severity: 'critical',
  profile: 'essential',
  isSecret: true,
  fix: 'review',
  title: 'Secret is written into the image',
  marksSecrets: true,
  why: 'ENV and ARG defaults are in the image for everybody who can pull it, even when a later line removes them, and in the repository.',
  remedy:
    'Revoke the secret, then pass it while building with `RUN --mount=type=secret` and while running from the environment or a mounted file.',
  ignoreWhen: 'It is a fixed value for tests that protects nothing.',
  standards: [cisDocker('4.10')],
  aliases: [buildkit('SecretsUsedInArgOrEnv'), trivy('DS-0031'), hadolint('DL3064'), kics('Passwords And Secrets')],
  examples: {
    bad: [
      debian`ENV DB_PASSWORD=hunter2-prod`,
      debian`
        ARG NPM_TOKEN=s3cr3t-build-token
        RUN npm ci
      `,
    ],
    good: [
      debian`ENV DB_PASSWORD_FILE=/run/secrets/db`,
      debian`RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci`,
    ],
  },

  check(instruction, report) {
    const { keyword } = instruction;
    if (keyword !== 'ENV' && keyword !== 'ARG') {
      const found = shapedIn(instruction);
      // The name is underlined, not the value: squiggles end up in screenshots.
      if (found !== undefined)
        report(
          { anchor: found.at, path: `${instruction.path}.secret` },
          `Holds ${found.kind}, readable for everybody who has the image: ${keyword}.`,
        );
      return;
    }
    for (const { name, value, nameSpan } of instruction.pairs) {
      const literal = value === undefined ? undefined : instruction.resolve(value);
      // What comes from elsewhere is not written here.
      if (value === undefined || literal === undefined || value.includes('$')) continue;
      const secret = secretIn({ name, value: literal });
      if (secret === undefined) continue;
      report(
        { anchor: nameSpan, path: `${instruction.path}.${name}` },
        `Holds ${secret.kind}, readable for everybody who has the image: ${keyword} ${name}.`,
        () => asSecretMount(instruction, name),
        [],
        // A default that somebody thought up: whoever runs the image mostly sets another one.
        secret.isThoughtUp ? { atMost: 'high' } : {},
      );
    }
  },
});

/** The first secret that shows itself in what an instruction runs, copies or says, and the word it stands behind. */
function shapedIn(instruction: Instruction): { readonly kind: string; readonly at: Span } | undefined {
  const { keyword, keywordSpan, argument, heredocs, commands, stage } = instruction;
  if (!['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ADD', 'LABEL', 'HEALTHCHECK'].includes(keyword)) return undefined;
  const texts = [
    { text: argument.text, start: argument.span.start },
    ...heredocs.map(({ body }) => ({ text: stage.file.text.slice(body.start, body.end), start: body.start })),
  ];
  for (const { text, start } of texts) {
    // Another rule speaks of addresses that commands call.
    const [secret] = secretsIn(text).filter(({ kind }) => keyword !== 'RUN' || kind !== passwordInAddress);
    if (secret === undefined) continue;
    const at = start + secret.start;
    const command = commands.find(({ span }) => span.start <= at && at < span.end);
    return { kind: secret.kind, at: command?.words[0]?.span ?? keywordSpan };
  }
  const given = commands
    .flatMap(({ assignments, words }) => [...assignments, ...(words[0]?.text === 'export' ? words.slice(1) : [])])
    .find((word) => !word.expands && isRandomSecret(word.text));
  return given === undefined ? undefined : { kind: 'a secret', at: nameOf(given) };
}

/** The value of a variable in a command mostly is a placeholder for the build; one that looks generated is none. */
function isRandomSecret(assignment: string): boolean {
  const equals = assignment.indexOf('=');
  const [name, value] = [assignment.slice(0, equals), assignment.slice(equals + 1)];
  return equals > 0 && looksRandom(value) && secretIn({ name, value }) !== undefined;
}

const nameOf = ({ text, span }: ShellWord): Span => ({ start: span.start, end: span.start + text.indexOf('=') });
