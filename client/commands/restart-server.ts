/** Restarts the language server, also one that does not answer any more, whose process the client ends a little later. */
import type { Command } from './command.ts';

export const restartServer: Command = {
  id: 'seaworthy.restartServer',
  async run({ client, log }) {
    await client.stop().catch((error: unknown) => log.warn(`The server did not stop by itself: ${String(error)}`));
    await client.start();
  },
};
