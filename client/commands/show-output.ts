/** Shows the log of the server and the client. */
import type { Command } from './command.ts';

export const showOutput: Command = {
  id: 'seaworthy.showOutput',
  run: ({ log }) => log.show(true),
};
