import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readRoots, rootOf } from '../../../server/host/roots.ts';

it('a path lies in the narrowest root that fits it part by part', () => {
  const roots = readRoots(['clusters/*', './clusters/*/apps/', 'clusters/prod', '*/x']);
  const of = (path: string): string => rootOf('/r', path, roots);
  assert.equal(of('clusters/prod/p.yaml'), '/r/clusters/prod');
  assert.equal(of('clusters/test/apps/a/p.yaml'), '/r/clusters/test/apps');
  assert.equal(of('clusters/test/x/p.yaml'), '/r/clusters/test');
  assert.equal(of('any/x/p.yaml'), '/r/any/x');
  assert.equal(of('clusters/p.yaml'), '');
  assert.equal(of('p.yaml'), '');
});

it('a root may be the whole folder, and a folder may be called *', () => {
  assert.equal(rootOf('/r', 'a/p.yaml', readRoots(['.'])), '/r');
  assert.equal(rootOf('/r', '*/p.yaml', readRoots(['*'])), '/r/*');
  assert.equal(rootOf('/r', 'a/p.yaml', readRoots([])), '');
});
