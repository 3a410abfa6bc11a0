/** Which wget a command calls. GNU's and BusyBox's share a name, and little else. Source: BusyBox 1.37, `wget --help`; GNU Wget 1.25 manual. */
import { familyOf } from '../../../model/dockerfile/distribution.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { packageCommandOf } from '../../../model/dockerfile/packages.ts';
import { type Command, workWords } from '../../../model/dockerfile/shell.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';
import { countBefore } from '../../../model/dockerfile/variables.ts';

export type Wget = 'gnu' | 'busybox' | 'unknown';

export function wgetOf(instruction: Instruction, command: Command): Wget {
  const family = familyOf(instruction.stage);
  // Distributions other than Alpine pack GNU's, and no other comes with them.
  if (family === 'debian' || family === 'rpm') return 'gnu';
  if (isInstalled(instruction, command)) return 'gnu';
  return family === 'busybox' ? 'busybox' : 'unknown';
}

/** The package was installed before the command, and not taken away again. */
function isInstalled({ stage, index }: Instruction, until: Command): boolean {
  let states = known.get(stage);
  if (states === undefined) {
    states = readStates(stage);
    known.set(stage, states);
  }
  return states.before.get(until) ?? states.behind[countBefore(stage.inForceOf('RUN'), index) - 1] ?? false;
}

/** Whether the package is there, before each command and behind each RUN in force. */
interface States {
  readonly before: ReadonlyMap<Command, boolean>;
  readonly behind: readonly boolean[];
}

const known = new WeakMap<Stage, States>();

function readStates(stage: Stage): States {
  const before = new Map<Command, boolean>();
  let isThere = false;
  const behind = stage.inForceOf('RUN').map((instruction) => {
    for (const command of instruction.commands) {
      before.set(command, isThere);
      const found = packageCommandOf(command);
      const words = found?.words ?? workWords(command).slice(1);
      const names = words.some(({ text }) => /^wget(?:[=<>~].*|-\d.*)?$/.test(text));
      if (found?.installs === true && names) isThere = true;
      // By its name, or with a virtual package that holds it.
      else if (found?.manager === 'apk' && found.verb.text === 'del') isThere = false;
    }
    return isThere;
  });
  return { before, behind };
}
