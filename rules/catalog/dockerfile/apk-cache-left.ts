import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { deletes, hasFlag, installsBy } from '../../model/dockerfile/packages.ts';
import { addFlag, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'apk-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // The same packages are installed; apk downloads the index for itself and keeps it no longer.
  fix: 'safe',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Package index of apk stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'Install with `--no-cache`.',
  aliases: [hadolint('DL3019'), trivy('DS-0025'), kics('Apk Add Using Local Cache Path')],
  examples: {
    bad: [
      dockerfile`
        FROM alpine:3.22
      - RUN apk add curl
      + RUN apk add --no-cache curl
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk update && apk add curl git
      `,
    ],
    good: [
      dockerfile`
        FROM alpine:3.22
        RUN apk update && apk add curl && rm -rf /var/cache/apk/*
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, installsBy(instruction, 'apk'), report, {
      folders: ['/var/cache/apk', '/etc/apk/cache'],
      message: 'Leaves the index of apk in this layer of the image.',
      each: true,
      isCleaned: (whole, install) =>
        hasFlag(install, '--no-cache', '--cache-dir', '--no-network') ||
        deletes(whole, /^\/var\/cache\/apk/, install.verb.span.start),
      fix: (whole, install) => addFlag(whole, install, '--no-cache', 'Keep no index'),
    });
  },
});
