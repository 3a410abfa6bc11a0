import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { ignoresFor } from '../../facts/questions/build-ignores.ts';

export default defineRule({
  id: 'missing-dockerignore',
  subject: 'workspace',
  reads: ['dockerfile', 'build-ignore', 'build-order'],
  joins: 'root',
  severity: 'medium',
  profile: 'recommended',
  inSamples: 'strict',
  title: 'Build context is copied without a .dockerignore',
  why: 'History, `.env` files, keys and everything else in the folder become part of the image, where everybody who can pull it reads them.',
  remedy:
    'Add a `.dockerignore` with `.git`, `.env*`, `*.pem` and what the build makes itself, or copy only what is needed.',
  ignoreWhen: 'The folder holds nothing but what belongs in the image.',
  examples: {
    bad: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        #    ^^^^^^ missing-dockerignore
      `,
      files`
        === build/Dockerfile
        FROM node:24-slim
        COPY . /app
        === other/.dockerignore
        .git
      `,
    ],
    good: [
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY . /app
        === .dockerignore
        .git
        .env*
      `,
      files`
        === cart/Dockerfile
        FROM node:24-slim
        COPY package.json src/ /app/
      `,
    ],
  },

  check(facts, report) {
    for (const dockerfile of facts.byKind.dockerfile) {
      if (dockerfile.copiesContext && ignoresFor(dockerfile, facts).length === 0)
        report(dockerfile, 'Copies everything in the folder into the image: no .dockerignore.', {
          place: 'copy',
        });
    }
  },
});
