/** `seaworthy lsp`: the language server, over the standard streams unless the arguments say otherwise. */
import type { Command } from './command.ts';

export const lsp: Command = {
  name: 'lsp',
  usage: 'seaworthy lsp --stdio        language server',
  // Clients add others, such as --node-ipc, which the protocol's library reads by itself.
  options: { stdio: { type: 'boolean' } },
  examples: ['seaworthy lsp --stdio'],
  async run() {
    // Loaded only here, and it serves from then on: the process ends when its client says so.
    await import('../../lsp/node.ts');
    return 0;
  },
};
