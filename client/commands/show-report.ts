/** Shows what all folders hold as a report: what to do first, posture, every finding. */
import type { Command } from './command.ts';

export const showReport: Command = {
  id: 'seaworthy.showReport',
  run: ({ report }) => report.show(),
};
