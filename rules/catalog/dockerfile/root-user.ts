import { debian, dockerfile } from '../../contract/example.ts';
import { checkov, cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { isRootUser } from '../../model/dockerfile/stage.ts';
import { stepDownOf } from '../../model/dockerfile/steps-down.ts';
import { buildSurroundingsOf } from './shared/build-surroundings.ts';
import { nonRootOffers, steppingDown } from './shared/non-root-user.ts';

export default defineRule({
  id: 'root-user',
  subject: 'stage',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Image runs as root by its last USER',
  why: 'The last USER of the final stage is who the program runs as. Whoever breaks in is root in the container, and a kernel vulnerability then gives them the node.',
  remedy: 'Switch back to a user of its own, by number, below the last instruction that needs root.',
  ignoreWhen: 'The entrypoint has to start as root and drops its privileges by itself.',
  standards: [cisDocker('4.1')],
  aliases: [hadolint('DL3002'), checkov('CKV_DOCKER_8'), trivy('DS-0002'), kics("Last User Is 'root'")],
  examples: {
    bad: [
      debian`
        USER root
        CMD ["/srv/app"]
      `,
      dockerfile`
        FROM node:24-slim
        USER node
        COPY . .
        USER 0:0
        RUN apt-get update && apt-get install -y curl
        CMD ["node", "server.js"]
      `,
    ],
    good: [
      debian`
        USER root
        RUN apt-get update
        USER 10001
        CMD ["/srv/app"]
      `,
      dockerfile`
        FROM golang:1.25 AS build
        USER root
        RUN go build -o /app .
        FROM gcr.io/distroless/static-debian12:nonroot
        COPY --from=build /app /
      `,
    ],
  },

  check(stage, report, { isGivenUser }) {
    if (isGivenUser === true || !stage.isFinal || stage.isFragment) return;
    const user = stage.userAt();
    if (user.kind !== 'set' || !isRootUser(user.user)) return;
    const { instruction } = user;
    const where =
      instruction.stage === stage
        ? ''
        : ` (it is inherited from stage ${instruction.stage.name ?? instruction.stage.index})`;
    const root = /^containeradministrator$/i.test(user.user) ? 'administrator' : 'root';
    const down = stepDownOf(stage);
    report(
      { anchor: instruction.argument.span, path: `${stage.path}.user` },
      down === undefined
        ? `Runs as ${root}: the last USER is ${user.value}${where}.`
        : `Starts as root: the last USER is ${user.value}${where}; ${down.program} then becomes ${down.user}.`,
      (around) => nonRootOffers(stage, buildSurroundingsOf(around)),
      [],
      steppingDown(down),
    );
  },
});
