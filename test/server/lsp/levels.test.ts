import assert from 'node:assert/strict';
import { it } from 'node:test';
import { severities } from '../../../rules/contract/finding.ts';
import { defaultLevels, readLevels } from '../../../server/lsp/levels.ts';

it('reads levels by severity, and passes over what makes no sense', () => {
  assert.deepEqual(readLevels({ critical: 'warning', info: 'information' }), {
    ...defaultLevels,
    critical: 2,
    info: 3,
  });
  for (const value of [undefined, null, 'error', [], { high: 'loud', constructor: 'hint' }])
    assert.deepEqual(readLevels(value), defaultLevels);
});

it('shows nothing severe less loudly than what is less severe', () => {
  const levels = severities.map((severity) => defaultLevels[severity]);
  assert.deepEqual(levels, [...levels].sort());
});
