import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { Scope } from '../../../harness/scope.ts';

it('are none of a kind that bears the name of what every object of JavaScript has', () => {
  for (const kind of ['toString', 'constructor', '__proto__', 'hasOwnProperty'])
    assert.doesNotThrow(
      () =>
        new Scope(rules, { language: 'yaml', text: `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: a\n` }).findings,
      kind,
    );
});
