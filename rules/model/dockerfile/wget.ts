/** Which wget a command calls. GNU's and BusyBox's share a name, and little else. Source: BusyBox 1.37, `wget --help`; GNU Wget 1.25 manual. */
import { familyOf } from './distribution.ts';
import type { Instruction } from './instruction.ts';
import { packageCommandOf } from './packages.ts';
import { type Command, workWords } from './shell.ts';

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
  let isThere = false;
  for (const instruction of stage.inForce) {
    if (instruction.index > index || instruction.keyword !== 'RUN') continue;
    for (const command of instruction.commands) {
      if (command === until) return isThere;
      const found = packageCommandOf(command);
      const words = found?.words ?? workWords(command).slice(1);
      const names = words.some(({ text }) => /^wget(?:[=<>~].*|-\d.*)?$/.test(text));
      if (found?.installs === true && names) isThere = true;
      // By its name, or with a virtual package that holds it.
      else if (found?.manager === 'apk' && found.verb.text === 'del') isThere = false;
    }
  }
  return isThere;
}
