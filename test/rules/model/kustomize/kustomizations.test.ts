import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readKustomization } from '../../../../rules/model/kustomize/kustomization.ts';
import { Kustomizations } from '../../../../rules/model/kustomize/kustomizations.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

function of(texts: { readonly [folder: string]: string }): Kustomizations {
  const all = new Kustomizations();
  for (const [folder, text] of Object.entries(texts)) learn(all, folder, text);
  return all;
}

function learn(all: Kustomizations, folder: string, text: string): boolean {
  const path = `/${folder}/kustomization.yaml`;
  return all.learn(path, readKustomization(path, parseDocument(text)));
}

describe('the namespace of a file', () => {
  for (const [what, texts, expected] of [
    ['is none where nothing takes it in', { other: 'namespace: a\nresources: [x.yaml]\n' }, undefined],
    ['is what its kustomization sets', { base: 'namespace: a\nresources: [p.yaml]\n' }, 'a'],
    [
      'is what the outermost one sets',
      { base: 'namespace: a\nresources: [p.yaml]\n', prod: 'namespace: b\nresources: [../base]\n' },
      'b',
    ],
    [
      'stays what it is where the outer one sets none',
      { base: 'namespace: a\nresources: [p.yaml]\n', prod: 'resources: [../base]\n' },
      'a',
    ],
    [
      'is open where two overlays disagree',
      {
        base: 'resources: [p.yaml]\n',
        prod: 'namespace: b\nresources: [../base]\n',
        test: 'namespace: c\nresources: [../base]\n',
      },
      undefined,
    ],
    [
      'is open where one overlay sets none',
      {
        base: 'resources: [p.yaml]\n',
        prod: 'namespace: b\nresources: [../base]\n',
        test: 'resources: [../base]\n',
      },
      undefined,
    ],
    [
      'is open where kustomizations take each other in',
      { base: 'namespace: a\nresources: [p.yaml, ../prod]\n', prod: 'resources: [../base]\n' },
      undefined,
    ],
  ] as const)
    it(what, () => assert.equal(of(texts).namespaceFor('/base/p.yaml'), expected));

  it('is found though there are more ways out than anybody could walk', () => {
    const texts: Record<string, string> = {
      base: 'resources: [p.yaml]\n',
      top: 'namespace: a\nresources: [../l40, ../r40]\n',
    };
    for (let i = 1; i <= 40; i++)
      for (const side of ['l', 'r'])
        texts[`${side}${i}`] = `resources: [${i === 1 ? '../base' : `../l${i - 1}, ../r${i - 1}`}]\n`;
    assert.equal(of(texts).namespaceFor('/base/p.yaml'), 'a');
  });
});

it('labels of all around a file count, unless they disagree', () => {
  const all = of({
    base: 'commonLabels: {a: b}\nresources: [p.yaml]\n',
    prod: 'commonLabels: {c: d}\nresources: [../base]\n',
  });
  assert.deepEqual(all.labelsFor('/base/p.yaml'), { a: 'b', c: 'd' });
  assert.deepEqual(all.labelsFor('/base/q.yaml'), {});
  learn(all, 'test', 'commonLabels: {c: e}\nresources: [../base]\n');
  assert.equal(all.labelsFor('/base/p.yaml'), undefined);
});

it('what a kustomization said before counts no more', () => {
  const all = of({
    base: 'namespace: a\nresources: [p.yaml]\npatches: [{path: q.yaml}]\nimages: [{name: web, newName: w}]\n',
  });
  const copy = all.fork();
  assert.equal(
    learn(
      all,
      'base',
      'namespace: a\nresources: [p.yaml] # why\npatches: [{path: q.yaml}]\nimages: [{name: web, newName: w}]\n',
    ),
    false,
  );
  assert.equal(all.isPatch('/base/q.yaml'), true);
  assert.deepEqual(all.renamed('web'), ['w']);
  assert.deepEqual([...all.imagesFor('/base/p.yaml')], ['web']);
  assert.equal(all.learn('/base/kustomization.yaml', undefined), true);
  assert.equal(all.isPatch('/base/q.yaml'), false);
  assert.deepEqual(all.renamed('web'), []);
  assert.equal(all.namespaceFor('/base/p.yaml'), undefined);
  assert.equal(copy.namespaceFor('/base/p.yaml'), 'a');
});
