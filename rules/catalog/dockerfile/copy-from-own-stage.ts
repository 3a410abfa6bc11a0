import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'copy-from-own-stage',
  subject: 'instruction',
  severity: 'high',
  profile: 'essential',
  tags: ['practice'],
  title: 'COPY copies from its own stage',
  why: 'A stage cannot copy from itself: the build stops.',
  remedy: 'Name another stage, or use RUN to copy within the stage.',
  aliases: [hadolint('DL3023'), trivy('DS-0006'), kics('COPY --from References Current FROM Alias')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim AS build
        COPY --from=build /a /b
      `,
      dockerfile`
        FROM debian:13-slim AS Build
        COPY --from=build /a /b
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim AS build
        FROM debian:13-slim AS final
        COPY --from=build /a /b
      `,
      dockerfile`
        FROM debian:13-slim AS build
        COPY a /b
      `,
    ],
  },

  check(instruction, report) {
    const flag = instruction.keyword === 'COPY' ? instruction.flag('from') : undefined;
    const name = flag?.value === undefined ? undefined : instruction.resolve(flag.value);
    const { stage } = instruction;
    if (flag?.valueSpan === undefined || name === undefined || stage.name === undefined) return;
    if (name.toLowerCase() !== stage.name) return;
    // An earlier stage of the same name is what is meant.
    if (stage.file.firstNamed(stage.name) !== stage) return;
    report({ anchor: flag.valueSpan, path: `${instruction.path}.from` }, `Copies from its own stage: ${stage.name}.`);
  },
});
