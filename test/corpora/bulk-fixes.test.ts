/**
 * Everything fixed in bulk, in real files: each document differs in what the fixes declare, as another parser reads it; nothing of medium severity or above is
 * new anywhere; a second run changes nothing. Needs the real files, which are not part of the repository. One folder of three: `EVERY_FILE=1 npm test -- unit`
 * takes all.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { severities } from '../../rules/contract/finding.ts';
import type { FixAllResult } from '../../rules/engine/fixes/fix-all.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { directoryOf } from '../../rules/text/path.ts';
import { discover } from '../../server/host/discover.ts';
import { nodeFiles } from '../../server/host/node-files.ts';
import { root } from '../../tools/root.ts';
import { assertOnlyDeclared, readByAnother } from '../harness/law.ts';

const settings: Settings = { ...defaultSettings, profile: 'all' };
const heavy = new Set(severities.slice(0, severities.indexOf('medium') + 1));

/** Of so many folders one is fixed. */
const share = process.env['EVERY_FILE'] === undefined ? 3 : 1;

async function textsOf(folder: string): Promise<ReadonlyMap<string, { text: string; inChart: boolean }>> {
  const texts = new Map<string, { text: string; inChart: boolean }>();
  const folders = new Set<string>();
  for await (const { path, inChart } of discover(nodeFiles, folder)) {
    // The files of a folder tell of each other.
    folders.add(directoryOf(path));
    if (folders.size % share !== 0) continue;
    const read = await nodeFiles.read(path);
    if ('text' in read) texts.set(path, { text: read.text, inChart });
  }
  return texts;
}

function workspaceOf(texts: ReadonlyMap<string, { readonly text: string; readonly inChart: boolean }>): Workspace {
  const workspace = new Workspace(rules);
  for (const [path, { text, inChart }] of texts) workspace.update({ path, text, inChart }, settings, { retain: true });
  workspace.stale();
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

function heavyFindings(workspace: Workspace, low: boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of workspace.paths())
    for (const { rule, severity } of workspace.findings(path))
      if (heavy.has(severity) !== low) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** What was hidden by what is fixed is not brought by its fix. */
const uncovered = new Set(rules.flatMap(({ uncovers }) => uncovers ?? []));

const more = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after].flatMap(([rule, count]) =>
    count > (before.get(rule) ?? 0) ? [`${rule} +${count - (before.get(rule) ?? 0)}`] : [],
  );

function isReadable(text: string): boolean {
  try {
    readByAnother(text);
    return true;
  } catch {
    return false;
  }
}

function fixedIn(workspace: Workspace, paths: readonly string[]): ReadonlyMap<string, FixAllResult> {
  const fixing = workspace.fixingFiles(paths, 'review');
  let step = fixing.next();
  while (step.done !== true) step = fixing.next();
  return step.value;
}

describe('bulk fixes of real files', () => {
  for (const name of ['real', 'overlays', 'mesh', 'dockerfiles', 'charts', 'real-helm']) {
    const folder = join(root, '..', 'shared', 'corpora', name);
    it(`keep the law in ${name}`, { skip: !existsSync(folder) && 'the real files are not here' }, async () => {
      const texts = await textsOf(folder);
      const workspace = workspaceOf(texts);
      const before = heavyFindings(workspace, false);
      const lowBefore = heavyFindings(workspace, true);
      const done = fixedIn(workspace, [...texts.keys()]);
      let held = 0;
      for (const [path, { steps }] of done)
        for (const { before: from, after, changes } of steps) {
          // Templates, and keys that stand twice, are nothing another parser reads.
          if (!isReadable(from)) continue;
          held++;
          try {
            assertOnlyDeclared(from, after, changes);
          } catch (error) {
            throw new Error(`${path}: ${(error as Error).message}`);
          }
        }
      const fixed = workspaceOf(
        new Map([...texts].map(([path, file]) => [path, { ...file, text: done.get(path)?.text ?? file.text }])),
      );
      assert.deepEqual(
        more(before, heavyFindings(fixed, false)).filter((one) => !uncovered.has(one.split(' ')[0] ?? '')),
        [],
        'findings of medium severity or above are new',
      );
      console.log(
        `${name}: ${done.size} files fixed, ${held} documents held to the law; new below medium: ${more(lowBefore, heavyFindings(fixed, true)).join(', ') || 'none'}`,
      );
      const again = fixedIn(fixed, [...texts.keys()]);
      assert.deepEqual([...again.keys()], [], 'a second run changes files');
    });
  }
});
