/** A fresh machine for one suite: an empty data folder with the extension in it and a copy of a workspace. */
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../tools/root.ts';

export interface Session {
  /** Data folder of the editor. */
  readonly home: string;
  /** The copy of the workspace; a suite may write into it. */
  readonly workspace: string;
  readonly folder: string;
  clear(): Promise<void>;
}

/** Copies `source`, a folder below the repository's root. */
export async function desk(source: string): Promise<Session> {
  // Resolved, because editors report the paths of changed files without links and short names.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'seaworthy-'));
  const workspace = join(folder, 'shop');
  await cp(join(root, source), workspace, { recursive: true });
  return {
    folder,
    workspace,
    home: join(folder, 'home'),
    clear: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
