import { dockerfile } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { slimTagOf } from '../../model/image/base.ts';
import { toolBelow } from './shared/slim.ts';

export default defineRule({
  id: 'full-base-image',
  subject: 'stage',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Final image is a full distribution',
  why: 'The full variant has compilers, version control and hundreds of libraries that the program never uses. Each needs patches, and helps whoever breaks in.',
  remedy: 'Use the slim variant for the final stage, or a distroless image, and build in a stage before it.',
  ignoreWhen: 'The program needs those tools when it runs.',
  standards: [cisDocker('4.3')],
  examples: {
    bad: [
      dockerfile`
        FROM node:24
        USER 1000:1000
        CMD ["node", "server.js"]
      `,
      dockerfile`
        FROM python:3.13-bookworm
        USER 10001
      `,
    ],
    good: [
      dockerfile`
        FROM node:24 AS build
        RUN npm ci
        FROM node:24-slim
        COPY --from=build /app /app
      `,
      dockerfile`
        FROM python:3.13-alpine
        USER 10001
      `,
    ],
  },

  check(stage, report) {
    const { image, base, from } = stage;
    const word = from?.words[0];
    if (!stage.isFinal || base !== undefined || image === undefined || word === undefined) return;
    const slim = slimTagOf(image);
    if (slim === undefined) return;
    const name = image.text.slice(0, image.spans.name.end);
    report(
      { anchor: word.span, path: `${stage.path}.FROM` },
      `Ships a full distribution: ${image.text}, while ${name}:${slim} is often enough.`,
      () => {
        if (word.text !== image.text || image.digest !== undefined)
          return { refused: 'The image comes from a variable or a digest; change it where that is set.' };
        const tool = toolBelow(stage, image.name);
        return {
          title: `Use ${name}:${slim}`,
          consequence: 'tools and libraries it lacks have to be installed',
          edits: [{ ...word.span, text: `${name}:${slim}` }],
          ...(tool === undefined ? { untried: true } : { assumes: `${tool} works with what ${name}:${slim} has` }),
        };
      },
    );
  },
});
