import assert from 'node:assert/strict';
import { it } from 'node:test';
import { closest } from '../../../rules/text/similar.ts';

it('the closest word is meant, unless all are far away', () => {
  const words = ['runAsNonRoot', 'runAsUser', 'privileged'];
  assert.equal(closest('runAsNonroot', words), 'runAsNonRoot');
  assert.equal(closest('priviledged', words), 'privileged');
  assert.equal(closest('replicas', words), undefined);
});

it('a long word is like no other, and is not compared for long', () =>
  assert.equal(closest('a'.repeat(1_000_000), ['privileged', 'a'.repeat(40)]), undefined));
