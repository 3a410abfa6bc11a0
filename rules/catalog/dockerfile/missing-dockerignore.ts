import type { Fix } from '../../contract/finding.ts';
import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import { ignoresFor } from '../../facts/questions/build-ignores.ts';
import { pathOf } from '../../facts/questions/builds.ts';
import { baseName, directoryOf, joinPath } from '../../text/path.ts';

export default defineRule({
  id: 'missing-dockerignore',
  subject: 'workspace',
  reads: ['dockerfile', 'build-ignore', 'build-order'],
  joins: 'root',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
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
        #    ^^^^^^ missing-dockerignore 💡
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
          fixDockerfile: () => addIgnoreFile(dockerfile.ref.file, facts),
        });
    }
  },
});

/** What no image needs of its build's folder: history, settings of the machine, keys. */
const patterns = ['.git', '.env*', '*.pem', '*.key'];

/**
 * In the context, where a file says that it is the folder of that file or of the Dockerfile; else beside the Dockerfile under its name, which holds for
 * every context. A context elsewhere may lie outside of what somebody opened, where nothing is written.
 */
function addIgnoreFile(file: string, facts: Facts): Fix {
  const orders = facts.byKind['build-order'].filter((order) => pathOf(order) === file);
  const contexts = new Set(orders.map(({ ref, context }) => joinPath(directoryOf(ref.file), context)));
  const known = [file, ...orders.map(({ ref }) => ref.file)].map(directoryOf);
  const [context] = contexts;
  const isKnown = contexts.size === 1 && context !== undefined && known.includes(context);
  const path = isKnown ? joinPath(context, '.dockerignore') : `${file}.dockerignore`;
  return {
    title: `Add ${baseName(path)} with ${patterns.join(', ')} (the build must not need them)`,
    createsDocument: true,
    creates: [{ path, text: `${patterns.join('\n')}\n` }],
  };
}
