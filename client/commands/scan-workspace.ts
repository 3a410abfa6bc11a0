/** Scans all folders. */
import { scanAndShow } from '../scan.ts';
import type { Command } from './command.ts';

export const scanWorkspace: Command = {
  id: 'seaworthy.scanWorkspace',
  run: ({ client }) => scanAndShow(client, []),
};
