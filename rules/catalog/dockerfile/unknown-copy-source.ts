import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'unknown-copy-source',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'COPY names an unknown stage or image',
  why: 'The builder looks for an image of this name in the registry. Whoever owns that name there decides what is copied.',
  remedy: 'Name a stage above this one, or an image with its registry or tag.',
  aliases: [hadolint('DL3022')],
  examples: {
    bad: [
      debian`COPY --from=build /app /app`,
      dockerfile`
        FROM debian:13-slim AS base
        COPY --from=5 /app /app
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim AS build
        FROM debian:13-slim
        COPY --from=build /app /app
      `,
      debian`COPY --from=nginx:1.29 /etc/nginx /etc/nginx`,
    ],
  },

  check(instruction, report, { replacedImages }) {
    const flag = instruction.keyword === 'COPY' ? instruction.flag('from') : undefined;
    const written = flag?.value;
    if (flag?.valueSpan === undefined || written === undefined) return;
    // Source: BuildKit, frontend/dockerfile/dockerfile2llb/convert.go: "variable expansion is not supported for --from".
    if (/(?<!\\)\$/.test(written)) {
      report(
        { anchor: flag.valueSpan, path: `${instruction.path}.from` },
        `Ends the build, since BuildKit reads no variable in --from: ${written}.`,
      );
      return;
    }
    const name = instruction.resolve(written);
    // What looks like a reference is one, and may be a context that the build is given.
    if (name === undefined || name === '' || /[/:@]/.test(name) || replacedImages.has(name)) return;
    const { stage } = instruction;
    // The first stage of a name is above wherever any of that name is.
    const source = /^\d+$/.test(name) ? Number(name) : stage.file.firstNamed(name.toLowerCase())?.index;
    if (source !== undefined && source < stage.index) return;
    // Copying from itself is another mistake.
    if (stage.name === name.toLowerCase()) return;
    report({ anchor: flag.valueSpan, path: `${instruction.path}.from` }, `No stage above is called ${name}.`);
  },
});
