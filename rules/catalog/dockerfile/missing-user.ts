import { dockerfile } from '../../contract/example.ts';
import { checkov, cisDocker, defineRule, kics, trivy } from '../../contract/rule.ts';
import { rootProgramInWords, startedWords, startsOf } from '../../model/dockerfile/root-start.ts';
import { programName } from '../../model/dockerfile/shell.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { machineProgram } from '../../model/dockerfile/start-needs.ts';
import { stepDownOf } from '../../model/dockerfile/steps-down.ts';
import { baseImageOf } from '../../model/image/base.ts';
import { type ImageReference, shortName } from '../../model/image/reference.ts';
import { buildSurroundingsOf } from './shared/build-surroundings.ts';
import { nonRootOffers, steppingDown } from './shared/non-root-user.ts';

export default defineRule({
  id: 'missing-user',
  subject: 'stage',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Image runs as root: no USER',
  why: 'Without a USER the base image decides, and this one says root. Whoever breaks into the program is root in the container, and a kernel vulnerability then gives them the node.',
  remedy: 'Add a USER with a number, so that Kubernetes can verify it, below the last instruction that needs root.',
  ignoreWhen: "The image's entrypoint has to start as root and drops its privileges by itself.",
  standards: [cisDocker('4.1')],
  aliases: [checkov('CKV_DOCKER_3'), trivy('DS-0002'), kics('Missing User Instruction')],
  examples: {
    bad: [
      dockerfile`
        FROM python:3.13-slim
        WORKDIR /app
        COPY . .
        CMD ["python", "app.py"]
      `,
      dockerfile`
        FROM node:24-slim AS build
        USER node
        RUN npm ci
        FROM node:24-slim
        COPY --from=build /app /app
        CMD ["node", "/app/server.js"]
      `,
    ],
    good: [
      dockerfile`
        FROM python:3.13-slim
        COPY . .
        USER 10001:10001
        CMD ["python", "app.py"]
      `,
      dockerfile`
        FROM gcr.io/distroless/static-debian12:nonroot
        COPY server /
        ENTRYPOINT ["/server"]
      `,
    ],
  },

  check(stage, report, { isBuiltOn, isGivenUser }) {
    if (isGivenUser === true) return;
    // Only the last stage becomes the image; what builds it may be root.
    if (!stage.isFinal || stage.userAt().kind !== 'inherited') return;
    const reason = rootBecause(stage);
    if (reason === undefined) return;
    const down = stepDownOf(stage);
    report(
      { anchor: stage.anchor, path: `${stage.path}.user` },
      down === undefined
        ? `Runs as root: no USER, and ${reason}.`
        : `Starts as root: no USER; ${down.program} then becomes ${down.user}.`,
      (around) => nonRootOffers(stage, buildSurroundingsOf(around)),
      [],
      // What works on disks, devices or the network of its machine is no program for another user.
      machineProgram(stage) === undefined && !isLoginServer(stage) && !isForOthers(stage, isBuiltOn)
        ? steppingDown(down)
        : { from: 'strict' },
    );
  },
});

/** Made to be built on: what is built says what is started, installs it as root and says who starts it. Source: Dockerfile reference, ONBUILD. */
const isForOthers = (stage: Stage, isBuiltOn = false): boolean =>
  stage.chain.some(({ instructions }) => instructions.some(({ onbuild }) => onbuild)) ||
  (isBuiltOn && startsOf(stage).length === 0);

/** It becomes whoever logs in. Source: sshd(8). */
const isLoginServer = (stage: Stage): boolean =>
  [...stage.inForceOf('ENTRYPOINT'), ...stage.inForceOf('CMD')].some(({ commands }) =>
    commands.some((command) => /^(?:sshd|dropbear)$/.test(programName(startedWords(command)[0]) ?? '')),
  );

/** Why the base makes it root; undefined when it does not, or nobody knows. */
function rootBecause(stage: Stage): string | undefined {
  // Without a program it only carries files.
  if (stage.isScratch)
    return stage.inForce.some(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD')
      ? 'scratch has no other'
      : undefined;
  const { image } = stage;
  if (image === undefined) return undefined;
  switch (baseImageOf(image).user) {
    case 'root':
      return `${shortName(image)} runs as root`;
    case 'drops':
      // Its entrypoint steps down from root by itself, unless this file puts another one in its place.
      return stage.inForce.some(({ keyword }) => keyword === 'ENTRYPOINT')
        ? `its ENTRYPOINT replaces the one of ${shortName(image)} that drops root`
        : keepsRootFor(stage, image);
    default:
      return undefined;
  }
}

/** The entrypoint of the base gives root away for its server alone, and CMD starts something else. */
function keepsRootFor(stage: Stage, image: ImageReference): string | undefined {
  const { stepsDownFor } = baseImageOf(image);
  const start = stage.inForceOf('CMD').at(-1);
  const [command] = start?.commands ?? [];
  const program = programName(command?.words[0]);
  if (stepsDownFor === undefined || start === undefined || program === undefined || program.startsWith('-'))
    return undefined;
  // A script may give root away by itself.
  const words = start.commands.flatMap((one) => one.words.map(({ text }) => text));
  if (words.some((word) => /\.sh$|entry-?point/.test(word)) || rootProgramInWords(words.slice(0, 1)) !== undefined)
    return undefined;
  const name = shortName(image);
  // As text it is handed to a shell, and the entrypoint sees nothing but that.
  if (start.json === undefined) return `its CMD starts a shell, for which ${name} keeps root`;
  return stepsDownFor.test(program) ? undefined : `its CMD starts ${program}, for which ${name} keeps root`;
}
