/** Fixes all that is safe in every folder, with a preview. */
import type { Command } from './command.ts';
import { fixInWorkspace } from './fix-rule-in-workspace.ts';

export const fixAllSafeInWorkspace: Command = {
  id: 'seaworthy.fixAllSafeInWorkspace',
  run: ({ client }) => fixInWorkspace(client, undefined),
};
