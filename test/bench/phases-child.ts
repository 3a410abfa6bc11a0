/** Scans a folder phase by phase, in a process of its own: `phases-child FOLDER`. Prints the milliseconds of each as JSON. */
import { rules } from '../../rules/catalog/index.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { Configurations } from '../../server/host/configuration.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { giveFile, giveStale, type ScanHost } from '../../server/host/scan.ts';

export type Phase = 'finding files' | 'reading and rules on one file' | 'rules on several files' | 'output';

const [root = ''] = process.argv.slice(2);
const phases: Partial<Record<Phase, number>> = {};
async function phase(name: Phase, run: () => unknown): Promise<void> {
  const started = performance.now();
  await run();
  phases[name] = performance.now() - started;
}

const files: Parameters<typeof giveFile>[2][] = [];
const workspace = new Workspace(rules);
const host: ScanHost = { files: nodeFiles, configurations: new Configurations(nodeFiles, rules) };
await phase('finding files', async () => {
  for await (const file of discover(nodeFiles, root)) files.push(file);
});
await phase('reading and rules on one file', async () => {
  for (const file of files) await giveFile(workspace, host, file, { root });
  await giveStale(workspace, host, { root });
});
await phase('rules on several files', () => {
  workspace.complete = true;
  workspace.refresh();
});
await phase('output', () => JSON.stringify([...workspace.paths()].flatMap((path) => workspace.findings(path))));
console.log(JSON.stringify(phases));
