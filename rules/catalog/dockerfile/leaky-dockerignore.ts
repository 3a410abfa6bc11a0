import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { ignoresFor, keepsOut } from '../../facts/questions/build-ignores.ts';

export default defineRule({
  id: 'leaky-dockerignore',
  subject: 'workspace',
  reads: ['dockerfile', 'build-ignore', 'build-order'],
  joins: 'root',
  severity: 'low',
  profile: 'strict',
  title: 'Build context is copied with its history and settings',
  why: 'The `.dockerignore` does not keep `.git` and `.env` out. Whoever can pull the image reads every credential that was ever committed.',
  remedy: 'Add `.git` and `.env*` to the `.dockerignore`.',
  ignoreWhen: 'No such file is in the folder when the image is built, as in a clean checkout of CI without history.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        #    ^^^^^^ leaky-dockerignore
        === cart/.dockerignore
        node_modules
      `,
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        === cart/.dockerignore
        *
        !.env
        !.git
      `,
    ],
    good: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        === cart/.dockerignore
        .git
        .env*
      `,
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        === cart/.dockerignore
        *
        !src
      `,
    ],
  },

  check(facts, report) {
    for (const dockerfile of facts.byKind.dockerfile) {
      const ignores = dockerfile.copiesContext ? ignoresFor(dockerfile, facts) : [];
      const [nearest] = ignores;
      const open = ['.git', '.env'].filter((name) => !ignores.some(({ patterns }) => keepsOut(patterns, name)));
      if (nearest !== undefined && open.length > 0)
        report(dockerfile, `Nothing keeps ${open.join(' and ')} out of the image.`, {
          place: 'copy',
          related: [{ fact: nearest, place: 'name', message: 'It would stand here.' }],
        });
    }
  },
});
