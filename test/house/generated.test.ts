/** What is made from the rules is current. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generated } from '../../tools/generate/from-rules.ts';
import { ruleList } from '../../tools/generate/rule-list.ts';
import { root } from '../../tools/root.ts';
import { exists, read } from './sources.ts';

describe('generated files', () => {
  it('are current', () => {
    const stale = [...generated(root), ['rules/catalog/index.ts', ruleList(root)] as const].filter(
      ([path, text]) => !exists(path) || read(path) !== text,
    );
    assert.deepEqual(
      stale.map(([path]) => path),
      [],
      'run: npm run generate',
    );
  });
});
