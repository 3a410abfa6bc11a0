import { dockerfile } from '../../contract/example.ts';
import { cisDocker, defineRule, trivy } from '../../contract/rule.ts';
import { credentialIn } from '../../data/credential-files.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'credential-file-copied',
  subject: 'instruction',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Credentials are copied into the image',
  why: 'The file stays in its layer for everybody who can pull the image, also when a later line deletes it.',
  remedy:
    'Mount it for the one command that needs it: `RUN --mount=type=secret,target=...`. Add it to `.dockerignore`.',
  ignoreWhen: 'The file only looks like one, or opens nothing but a test.',
  standards: [cisDocker('4.10')],
  aliases: [trivy('DS-0031')],
  examples: {
    bad: [
      dockerfile`
        FROM node:24-slim
        COPY .npmrc package.json ./
        RUN npm ci
      `,
      dockerfile`
        FROM debian:13-slim
        ADD deploy/id_rsa /root/.ssh/
      `,
    ],
    good: [
      dockerfile`
        FROM node:24-slim
        COPY package.json ./
        RUN --mount=type=secret,id=npmrc,target=/app/.npmrc npm ci
      `,
      dockerfile`
        FROM debian:13-slim
        COPY .env.example certs/ca.pem /app/
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, words } = instruction;
    // What comes from another stage was not in the build context.
    if ((keyword !== 'COPY' && keyword !== 'ADD') || instruction.flag('from') !== undefined) return;
    const json = instruction.json;
    if (json !== undefined) return;
    const sources = words.slice(0, -1).filter(({ text }) => !text.startsWith('<<'));
    for (const { text, span } of sources) {
      const path = instruction.resolve(text);
      const what = path === undefined ? undefined : credentialIn(path);
      if (what === undefined) continue;
      report(
        { anchor: span, path: `${instruction.path}.${path ?? ''}` },
        `Copies a credential into the image: ${path}, ${what}.`,
        () =>
          sources.length > 1
            ? {
                title: `Do not copy ${path}`,
                assumes: 'nothing in the image reads it',
                edits: [removeWord(instruction.stage.file, span)],
              }
            : { refused: 'Mount it as a secret in the RUN that needs it, and delete this line.' },
      );
    }
  },
});
