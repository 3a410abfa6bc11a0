/** Shows the blast radius of a workload: that of a position, else the one where the cursor is. */
import type { Command } from './command.ts';

export const showBlastRadius: Command = {
  id: 'seaworthy.showBlastRadius',
  run: ({ panel }, uri, position) => panel.show(uri, position),
};
