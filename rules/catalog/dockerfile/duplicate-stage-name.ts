import { dockerfile } from '../../contract/example.ts';
import { buildkit, checkov, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'duplicate-stage-name',
  subject: 'dockerfile',
  severity: 'medium',
  profile: 'recommended',
  tags: ['practice'],
  title: 'Two stages have the same name',
  why: 'Later instructions get the last stage of the name, also those that mean the first one. The image then holds files of another build.',
  remedy: 'Give each stage a name of its own. Names are compared without regard to case.',
  aliases: [
    hadolint('DL3024'),
    checkov('CKV_DOCKER_11'),
    trivy('DS-0012'),
    buildkit('DuplicateStageName'),
    kics('Same Alias In Different Froms'),
  ],
  examples: {
    bad: [
      dockerfile`
        FROM node:22 AS build
        FROM golang:1.25 AS build
      `,
      dockerfile`
        FROM node:22 AS web
        FROM golang:1.25 AS Web
      `,
    ],
    good: [
      dockerfile`
        FROM node:22 AS web
        FROM golang:1.25 AS api
      `,
      dockerfile`
        FROM node:22
        FROM golang:1.25
      `,
    ],
  },

  check(dockerfile, report) {
    const seen = new Set<string>();
    for (const { name, from } of dockerfile.stages) {
      const word = from?.words[2];
      if (name === undefined || word === undefined) continue;
      if (seen.has(name))
        report({ anchor: word.span, path: `duplicate.${name}` }, `Used by another stage too: ${name}.`);
      seen.add(name);
    }
  },
});
