import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { fullName } from '../../model/image/reference.ts';

export default defineRule({
  id: 'debug-image',
  subject: 'stage',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Image is built on a debug variant',
  why: 'It brings a shell and tools, and often root: what an attacker needs, and the program does not.',
  remedy: 'Use the variant without `debug` or `-dev`, and attach a debug container when something has to be looked at.',
  examples: {
    bad: [
      dockerfile`
        FROM gcr.io/distroless/static-debian12:debug
        COPY app /app
      `,
      dockerfile`
        FROM cgr.dev/chainguard/python:3.13-dev
        COPY . /app
      `,
    ],
    good: [
      dockerfile`
        FROM gcr.io/distroless/static-debian12:nonroot
        COPY app /app
      `,
      dockerfile`
        FROM cgr.dev/chainguard/python:3.13-dev AS build
        FROM cgr.dev/chainguard/python:3.13
        COPY --from=build /app /app
      `,
    ],
  },

  check(stage, report) {
    const { image } = stage;
    const word = stage.root.from?.words[0];
    if (!stage.isFinal || image?.tag === undefined || word === undefined) return;
    const { tag } = image;
    const isDev = /(?:^|-)dev$/.test(tag) && variants.test(fullName(image));
    if (!isDev && !/^debug(?:-|$)|-debug(?:-nonroot)?$/.test(tag)) return;
    report({ anchor: word.span, path: `${stage.path}.tag` }, `Ships the variant for debugging: ${tag}.`, () => {
      const plain = isDev ? tag.replace(/-?dev$/, '') : tag.replace(/^debug-?|-debug/, '');
      const at = image.spans.tag;
      // What is left must be a version; a tag that moves would be another finding.
      if (plain === 'latest') return { refused: 'Only you know which version it should be; its plain tag is latest.' };
      if (word.text !== image.text || at === undefined || image.digest !== undefined)
        return { refused: 'The image is named in several parts; change it by hand.' };
      return {
        title: `Use ${plain === '' ? 'the plain image' : plain} (it has no shell)`,
        assumes: 'nothing in it starts a shell',
        edits: [
          { start: word.span.start + at.start - (plain === '' ? 1 : 0), end: word.span.start + at.end, text: plain },
        ],
      };
    });
  },
});

/** Publishers whose `-dev` is the same image with a shell and a package manager. */
const variants = /^(?:cgr\.dev\/chainguard|docker\.io\/chainguard|dhi\.io)\//;
