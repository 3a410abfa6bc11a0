import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { removeInstruction, removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'admin-port-exposed',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Image exposes a port for administration or debugging',
  why: 'Whoever reaches it controls the program or the machine, most often without a password.',
  remedy: 'Remove the port; forward it for the one session that needs it.',
  examples: {
    bad: [
      debian`
      - EXPOSE 8080 9229
      + EXPOSE 8080
      `,
      debian`EXPOSE 2375`,
    ],
    good: [debian`EXPOSE 5432`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'EXPOSE') return;
    const { words, stage } = instruction;
    for (const { text, span } of words) {
      const port = /^(\d+)(?:\/tcp)?$/i.exec(instruction.resolve(text) ?? '')?.[1];
      const what = port === undefined ? undefined : adminPorts.get(Number(port));
      if (what === undefined) continue;
      report({ anchor: span, path: `${instruction.path}.${port}` }, `Exposes ${what}: port ${port}.`, () => ({
        title: `Do not offer ${port}`,
        edits: [words.length > 1 ? removeWord(stage.file, span) : removeInstruction(stage.file, instruction)],
      }));
    }
  },
});

const adminPorts: ReadonlyMap<number, string> = new Map([
  [23, 'Telnet'],
  [2375, 'the Docker daemon'],
  [2376, 'the Docker daemon'],
  [3389, 'Remote Desktop'],
  [5900, 'VNC'],
  [9229, 'the debugger of Node.js'],
]);
