import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { loginSwitches } from '../../data/login-switches.ts';
import { loginLines } from '../../data/program-lines.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';
import { linesIn } from '../../model/program/lines.ts';
import { type ProgramSettings, settingsOf, switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';
import type { Span } from '../../text/source.ts';

export default defineRule({
  id: 'disabled-login-in-image',
  subject: 'stage',
  severity: 'high',
  profile: 'recommended',
  title: 'Image starts a program that admits anybody',
  why: 'Whoever reaches the port of the program is its user, often its administrator, wherever the image runs and whoever runs it.',
  remedy: 'Leave the switch out of the image, and have whoever runs it give a password.',
  ignoreWhen: 'The image is for tests alone.',
  examples: {
    bad: [
      dockerfile`
        FROM postgres:18
        ENV POSTGRES_HOST_AUTH_METHOD=trust
      `,
      dockerfile`
        FROM quay.io/jupyter/base-notebook:2026-03-02
        CMD ["jupyter", "lab", "--ServerApp.token=''"]
      `,
    ],
    good: [
      dockerfile`
        FROM postgres:18
        ENV POSTGRES_HOST_AUTH_METHOD=scram-sha-256
      `,
      dockerfile`
        FROM quay.io/jupyter/base-notebook:2026-03-02
        CMD ["jupyter", "lab", "--ServerApp.ip=0.0.0.0"]
      `,
    ],
  },

  check(stage, report) {
    if (!stage.isFinal) return;
    for (const { field, name, does } of switchesIn(settingsOfStage(stage), loginSwitches))
      report({ anchor: field, path: `${stage.path}.${name}` }, `${capitalized(does)}: ${name}.`);
    for (const { heredocs, index } of stage.inForce)
      for (const { body } of heredocs)
        for (const { does, start, end } of linesIn('', stage.file.text.slice(body.start, body.end), loginLines))
          report(
            { anchor: { start: body.start + start, end: body.start + end }, path: `${stage.path}.lines[${index}]` },
            `${capitalized(does)}, by this line.`,
          );
  },
});

/** What the image sets, and what it starts. */
function settingsOfStage(stage: Stage): ProgramSettings<Span> {
  const variables = stage.inForceOf('ENV').flatMap((instruction) =>
    instruction.pairs.flatMap(({ name, value, nameSpan, valueSpan }) => {
      const held = value === undefined ? undefined : instruction.resolve(value);
      return held === undefined ? [] : [{ name, value: held, field: valueSpan ?? nameSpan }];
    }),
  );
  const starts = ['ENTRYPOINT', 'CMD'].flatMap((keyword) => stage.inForceOf(keyword).at(-1) ?? []);
  const words = starts.flatMap(({ commands }) =>
    commands.flatMap((command) => command.words.map(({ text, span }) => ({ text, field: span }))),
  );
  return settingsOf(variables, words, stage.image?.text ?? '');
}
