import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule } from '../../contract/rule.ts';
import { expand } from '../../model/dockerfile/words.ts';
import { parseImageReference } from '../../model/image/reference.ts';

export default defineRule({
  id: 'empty-argument-in-from',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'FROM has no image without a build argument',
  why: 'The argument has no default: without `--build-arg` the build stops with a message about an empty name.',
  remedy: 'Give the argument a default.',
  ignoreWhen: 'The caller always names it.',
  aliases: [buildkit('InvalidDefaultArgInFrom')],
  examples: {
    bad: [
      dockerfile`
        ARG IMAGE
        FROM $IMAGE
      `,
      dockerfile`
        ARG TAG
        FROM debian:\${TAG}
      `,
    ],
    good: [
      dockerfile`
        ARG IMAGE=debian:13
        FROM $IMAGE
      `,
      dockerfile`
        ARG SUFFIX
        FROM debian:13\${SUFFIX}
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, words, stage, index } = instruction;
    const [image] = words;
    if (keyword !== 'FROM' || image === undefined || !image.text.includes('$')) return;
    const { file } = stage;
    let asked = false;
    const bare = expand(image.text, file.escape, (name) => {
      const held = file.globalVariable(name, index);
      if (held === 'unset') asked = true;
      return held === 'unset' ? { value: '' } : (held ?? 'unknown');
    });
    if (!asked || bare === undefined || (bare !== '' && parseImageReference(bare).problem === undefined)) return;
    report(
      { anchor: image.span, path: `${stage.path}.image` },
      `Not an image without arguments: ${bare === '' ? 'the name is empty' : bare}.`,
    );
  },
});
