import { dockerfile } from '../../contract/example.ts';
import { buildkit, cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { secretIn } from '../../model/secret/detect.ts';

export default defineRule({
  id: 'literal-secret',
  subject: 'instruction',
  severity: 'critical',
  profile: 'essential',
  title: 'Secret is written into the image',
  why: 'ENV and ARG defaults are in the image for everybody who can pull it, even when a later line removes them, and in the repository.',
  remedy:
    'Revoke the secret, then pass it while building with `RUN --mount=type=secret` and while running from the environment or a mounted file.',
  ignoreWhen: 'It is a fixed value for tests that protects nothing.',
  standards: [cisDocker('4.10')],
  aliases: [buildkit('SecretsUsedInArgOrEnv'), trivy('DS-0031'), hadolint('DL3064'), kics('Passwords And Secrets')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        ENV DB_PASSWORD=hunter2-prod
      `,
      dockerfile`
        FROM debian:13-slim
        ARG NPM_TOKEN=s3cr3t-build-token
        RUN npm ci
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        ENV DB_PASSWORD_FILE=/run/secrets/db
      `,
      dockerfile`
        FROM debian:13-slim
        RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return;
    for (const { name, value, nameSpan } of instruction.pairs) {
      const literal = value === undefined ? undefined : instruction.resolve(value);
      // What comes from elsewhere is not written here.
      if (value === undefined || literal === undefined || value.includes('$')) continue;
      const secret = secretIn({ name, value: literal });
      if (secret === undefined) continue;
      // The name is underlined, not the value: squiggles end up in screenshots.
      report(
        { anchor: nameSpan, path: `${instruction.path}.${name}` },
        `Holds ${secret.kind}, readable for everybody who has the image: ${instruction.keyword} ${name}.`,
      );
    }
  },
});
