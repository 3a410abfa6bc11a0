import { dockerfile } from '../../contract/example.ts';
import { checkov, cisDocker, defineRule, kics, trivy } from '../../contract/rule.ts';
import { baseImageOf } from '../../model/image/base.ts';
import { shortName } from '../../model/image/reference.ts';
import { buildSurroundingsOf } from './shared/build-surroundings.ts';
import { nonRootOffers } from './shared/non-root-user.ts';

export default defineRule({
  id: 'unstated-user',
  subject: 'stage',
  severity: 'info',
  profile: 'strict',
  fix: 'review',
  title: 'User of the image is not known',
  why: 'Without a USER the base image decides, and the user of this one is not known. Most images run as root, and another release of the base may change it.',
  remedy: 'Add a USER with a number, also where the base sets one: then this file says it.',
  ignoreWhen: 'You know that the base image sets a non-root user and keeps it.',
  standards: [cisDocker('4.1')],
  aliases: [checkov('CKV_DOCKER_3'), trivy('DS-0002'), kics('Missing User Instruction')],
  examples: {
    bad: [
      dockerfile`
        FROM registry.example.com/base/python:3.13
        CMD ["python", "app.py"]
      `,
      dockerfile`
        FROM quay.io/example/service:2 AS base
        FROM base
        COPY app /app
      `,
    ],
    good: [
      dockerfile`
        FROM registry.example.com/base/python:3.13
        USER 10001
        CMD ["python", "app.py"]
      `,
      dockerfile`
        FROM nginxinc/nginx-unprivileged:1.28
        COPY html /usr/share/nginx/html
      `,
    ],
  },

  check(stage, report) {
    const { image } = stage;
    if (!stage.isFinal || image === undefined || image.problem !== undefined || stage.userAt().kind !== 'inherited')
      return;
    if (baseImageOf(image).user !== 'unknown') return;
    report(
      { anchor: stage.anchor, path: `${stage.path}.user` },
      `Has no USER, and the user of ${shortName(image)} is not known.`,
      (around) => nonRootOffers(stage, buildSurroundingsOf(around)),
    );
  },
});
