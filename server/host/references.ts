/** Reads what the files of a workspace refer to and nobody gave: bases of kustomizations, Dockerfiles of Compose files. */
import type { Workspace } from '../../rules/engine/workspace.ts';
import { Bounds } from './bounds.ts';
import { within } from './files.ts';
import { giveFile, type ScanHost, type ScanOptions } from './scan.ts';

/** Files; a stranger's kustomization may name any number. */
const mostFiles = 1000;

/** @param root what lies outside of it is never read. */
export async function followReferences(
  workspace: Workspace,
  host: ScanHost,
  root: string,
  options: ScanOptions,
): Promise<void> {
  const bounds = new Bounds(host.files, () => [root]);
  const tried = new Set<string>();
  for (let open = workspace.references(); open.length > 0 && tried.size < mostFiles; open = workspace.references()) {
    const untried = open.filter((path) => !tried.has(path)).slice(0, mostFiles);
    if (untried.length === 0) return;
    for (const path of untried) {
      tried.add(path);
      if (!(await bounds.isBelow(root, path))) continue;
      for (const file of await filesAt(host, path))
        if (!workspace.has(file)) await giveFile(workspace, host, { path: file, inChart: false }, options);
    }
  }
}

/** The file itself, or what makes a folder something to deploy. */
async function filesAt({ files }: ScanHost, path: string): Promise<readonly string[]> {
  const kind = await files.kind(path);
  if (kind !== 'folder') return kind === 'file' ? [path] : [];
  for (const name of ['kustomization.yaml', 'kustomization.yml', 'Kustomization'])
    if ((await files.kind(within(path, name))) === 'file') return [within(path, name)];
  return [];
}
