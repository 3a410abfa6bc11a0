import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nearest } from '../../../../rules/facts/questions/nearest.ts';

const at = (file: string): { readonly ref: { readonly file: string; readonly ordinal: number } } => ({
  ref: { file, ordinal: 0 },
});

it('the nearest of several is the one of the same file, else of the same folder', () => {
  const files = ['/apps/a/rbac.yaml', '/apps/a/role.yaml', '/apps/b/role.yaml', '/role.yaml'].map(at);
  const of = (file: string): string[] => nearest(at(file).ref, files).map(({ ref }) => ref.file);
  assert.deepEqual(of('/apps/a/rbac.yaml'), ['/apps/a/rbac.yaml']);
  assert.deepEqual(of('/apps/a/binding.yaml'), ['/apps/a/rbac.yaml', '/apps/a/role.yaml']);
  assert.deepEqual(of('/apps/b/x/binding.yaml'), ['/apps/b/role.yaml']);
  assert.deepEqual(of('/apps/c/binding.yaml'), ['/apps/a/rbac.yaml', '/apps/a/role.yaml', '/apps/b/role.yaml']);
});
