import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-npm-package',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Package of npm has no fixed version',
  why: 'The next build takes whatever was published last, also a release that somebody has just taken over.',
  remedy: 'Write `name@version`, or install from the lock file with `npm ci`.',
  aliases: [hadolint('DL3016'), kics('NPM Install Command Without Pinned Version')],
  examples: {
    bad: [
      dockerfile`
        FROM node:22-slim
        RUN npm install -g typescript
      `,
      dockerfile`
        FROM node:22-slim
        RUN npm i express@5.1.0 @types/node
      `,
    ],
    good: [
      dockerfile`
        FROM node:22-slim
        RUN npm install -g typescript@5.9.2
      `,
      dockerfile`
        FROM node:22-slim
        RUN npm ci
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'npm', report);
  },
});
