import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { FileFinding } from '../../../../rules/engine/analyse/assemble.ts';
import type { Finding } from '../../../../rules/engine/findings/finding.ts';
import { remediesOf } from '../../../../rules/engine/fixes/remedy.ts';
import type { YamlDocument } from '../../../../rules/yaml/tree.ts';

/** Fixes of one rule that all touch the same text, in a document of so many characters. */
function alike(count: number, length: number): readonly FileFinding[] {
  const unit = { offset: 0, document: { text: ' '.repeat(length) } as YamlDocument, refusal: undefined };
  const fix = { title: 'Write it', edits: [{ start: 0, end: 1, text: 'x' }] };
  return Array.from({ length: count }, () => ({
    finding: { rule: 'root-uid' } as Finding,
    unit,
    resource: undefined,
    settling: 'token' as const,
    offer: () => fix,
    level: 'safe' as const,
  }));
}

const untried = (placed: readonly FileFinding[]): number =>
  [...remediesOf(placed).values()].filter((remedy) => remedy.untried === true).length;

it('fixes that do not go together are tried each by itself, as far as that takes no more than 8 MB of reading', () => {
  assert.equal(remediesOf(alike(8, 1024)).size, 8);
  assert.equal(untried(alike(8, 1024)), 0);
  assert.equal(remediesOf(alike(8, 5 * 1024 * 1024)).size, 8);
  assert.equal(untried(alike(8, 5 * 1024 * 1024)), 8);
});
