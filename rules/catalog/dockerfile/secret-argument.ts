import { dockerfile } from '../../contract/example.ts';
import { buildkit, cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { secretIn } from '../../model/secret/detect.ts';
import { namedSecret } from '../../model/secret/name.ts';
import { asSecretMount, uses } from './shared/secret-mount.ts';

export default defineRule({
  id: 'secret-argument',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  isSecret: true,
  fix: 'review',
  title: 'Secret is passed as ARG or ENV',
  marksSecrets: true,
  why: 'The value of a build argument stays in the history of the image and in its provenance, that of an ENV in the image itself. Everybody who can pull it can read it.',
  remedy: 'Pass it with `RUN --mount=type=secret`, which leaves nothing behind.',
  ignoreWhen: 'The name only looks like a secret.',
  standards: [cisDocker('4.10')],
  aliases: [buildkit('SecretsUsedInArgOrEnv'), trivy('DS-0031'), hadolint('DL3064'), kics('Passwords And Secrets')],
  examples: {
    bad: [
      dockerfile`
        FROM node:24-slim
      - ARG NPM_TOKEN
        #   ^^^^^^^^^ secret-argument 💡 "the history of the image"
      - RUN npm ci
      + RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci
      `,
      dockerfile`
        FROM debian:13-slim
        ARG API_KEY
        ENV API_KEY=$API_KEY
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        ARG TOKENIZERS_PARALLELISM=false
        ENV PUBLIC_KEY_PATH=/keys/public.pem
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return;
    const isLeftBehind = isOfBuilder(instruction.stage);
    for (const { name, value, nameSpan } of instruction.pairs) {
      if (namedSecret(name) !== 'sure' || !isPassedIn(instruction, name, value)) continue;
      report(
        { anchor: nameSpan, path: `${instruction.path}.${name}` },
        isLeftBehind
          ? `Stays in the build cache, not in the image: the value of ${name}.`
          : `Stays in ${instruction.keyword === 'ARG' ? 'the history of ' : ''}the image: the value of ${name}.`,
        () => asSecretMount(instruction, name),
        [],
        // The ENV that keeps its value tells it, and is worse; a word in its place is mostly replaced by whoever runs the image.
        (instruction.keyword === 'ARG' ? isKept(instruction, name) : value?.includes('$') !== true)
          ? { from: 'strict' }
          : isLeftBehind
            ? { atMost: 'low' }
            : {},
      );
    }
  },
});

/** No image comes from the stage: what it copies out of it has no history. Source: Docker documentation, "Multi-stage builds". */
const isOfBuilder = (stage: Stage): boolean =>
  !stage.isFragment && ![...stage.file.finalStages].some(({ chain }) => chain.includes(stage));

/** The value comes from the build or is there to be replaced: whatever takes its place stays in the image. */
function isPassedIn(instruction: Instruction, name: string, value: string | undefined): boolean {
  if (value === undefined) return instruction.keyword === 'ARG';
  if (value.includes('$')) return true;
  const literal = instruction.resolve(value) ?? '';
  if (literal === '') return instruction.keyword === 'ARG';
  // A path, a switch and a number are no secret whatever the name; what is one has a rule of its own.
  return (
    !/^(?:\d+|true|false|on|off|yes|no|\.{0,2}\/.*)$/i.test(literal) && secretIn({ name, value: literal }) === undefined
  );
}

/** Whether a secret variable of the image takes over the value of an argument. */
function isKept({ stage, index: place }: Instruction, name: string): boolean {
  return stage.instructions.some(
    ({ keyword, index, pairs }) =>
      keyword === 'ENV' &&
      index > place &&
      pairs.some((pair) => namedSecret(pair.name) === 'sure' && pair.value !== undefined && uses(pair.value, name)),
  );
}
