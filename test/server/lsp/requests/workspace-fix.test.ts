/** The command line and the language server make the same text of the same files, on generated manifests. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { applyEdits } from '../../../../rules/text/edit.ts';
import { LineTable } from '../../../../rules/text/source.ts';
import type { WorkspaceFixes } from '../../../../server/protocol.ts';
import { root } from '../../../../tools/root.ts';
import { written } from '../../../harness/generate/printed.ts';
import { Client } from '../client.ts';

const seed = 14;
const count = 30;

describe('fixes over a folder', () => {
  const files = Object.fromEntries(
    fc.sample(written, { seed, numRuns: count }).map(({ printed }, i) => [`shop/${i}.yaml`, printed.text]),
  );

  for (const rule of ['undropped-capabilities', 'privilege-escalation', 'wildcard-verbs', undefined])
    it(`are the same by both programs: ${rule ?? 'all that are safe'}`, async () => {
      const client = await Client.start({ files });
      try {
        const fixes = (await client.request(
          'seaworthy/workspaceFix',
          rule === undefined ? {} : { rule },
        )) as WorkspaceFixes | null;
        const changes = (fixes?.edit.documentChanges ?? []) as TextDocumentEdit[];
        const byServer = new Map(changes.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]]));
        const level = rule === undefined ? ['--level', 'safe'] : ['--level', 'review', '--rule', rule];
        const folder = join(client.directory, 'shop');
        const done = spawnSync(process.execPath, [join(root, 'dist', 'cli.cjs'), 'fix', '.', ...level], {
          cwd: folder,
        });
        assert.equal(done.status, 0, String(done.stderr));
        const said = /^(\d+) findings? fixed/.exec(String(done.stdout))?.[1];
        assert.equal(fixes?.fixed ?? 0, Number(said ?? 0));
        let changed = 0;
        for (const [path, text] of Object.entries(files)) {
          const byCommand = readFileSync(join(client.directory, path), 'utf8');
          assert.equal(edited(text, byServer.get(client.uri(path)) ?? []), byCommand);
          if (byCommand !== text) changed++;
        }
        assert.equal(changed, byServer.size);
        if (rule !== undefined) assert.ok(changed > 0, 'nothing was fixed');
      } finally {
        await client.stop();
      }
    });
});

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineTable(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      text: newText,
    })),
  );
}
