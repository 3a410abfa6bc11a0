import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from '../../../../../rules/model/kustomize/build/build.ts';
import { KustomizeError, UnknownError } from '../../../../../rules/model/kustomize/build/errors.ts';
import { at, type Node } from '../../../../../rules/model/kustomize/build/node.ts';

const of = (files: Readonly<Record<string, string>>): { read: (path: string) => string | undefined } => ({
  read: (path) => files[path],
});
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostNetwork: true}\n';

describe('a build of a kustomization', () => {
  it('leaves out what is remote, says so, and goes on with the rest', () => {
    const files = of({
      'o/kustomization.yaml': [
        'resources: [https://example.com/a.yaml, "github.com/a/b//c?ref=v1", pod.yaml]',
        'components: ["git@example.com:a/b"]',
        'replicas: [{name: far, count: 1}]',
        'configMapGenerator: [{name: far, behavior: merge, literals: [a=b]}]',
        'patches: [{patch: "{apiVersion: v1, kind: Pod, metadata: {name: far}}"}]',
        '',
      ].join('\n'),
      'o/pod.yaml': pod,
    });
    const { resources, unknown } = build(files, 'o');
    assert.deepEqual(
      resources.map(({ name }) => name),
      ['a'],
    );
    assert.deepEqual(unknown, [
      'remote bases are not fetched: https://example.com/a.yaml',
      'remote bases are not fetched: github.com/a/b//c?ref=v1',
      'remote components are not fetched: git@example.com:a/b',
    ]);
  });

  it('does not run programs or render charts', () => {
    const files = of({
      'o/kustomization.yaml': 'resources: [pod.yaml]\nhelmCharts: [{name: x}]\ngenerators: [g.yaml]\n',
      'o/pod.yaml': pod,
      'o/g.yaml': 'apiVersion: example.com/v1\nkind: Program\nmetadata: {name: g}\n',
    });
    assert.equal(build(files, 'o').unknown.length, 2);
    const changed = of({
      'kustomization.yaml': 'resources: [pod.yaml]\ntransformers: [g.yaml]\n',
      'pod.yaml': pod,
      'g.yaml': 'apiVersion: example.com/v1\nkind: Program\nmetadata: {name: g}\n',
    });
    assert.throws(() => build(changed, ''), UnknownError);
  });

  it('tells of each value where it is written', () => {
    const patch = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {hostPID: true}\n';
    const files = {
      'o/kustomization.yaml': 'resources: [../b]\npatches: [{path: p.yaml}]\nnamespace: shop\n',
      'o/p.yaml': patch,
      'b/kustomization.yaml': 'resources: [pod.yaml]\n',
      'b/pod.yaml': `# a comment\n---\n${pod}`,
    };
    const [resource] = build(of(files), 'o').resources;
    const written = (node: Node | undefined): string[] => {
      const { path, start, end } = node?.origin ?? { path: '', start: 0, end: 0 };
      return [path, (files[path as keyof typeof files] ?? '').slice(start, end)];
    };
    const node = resource?.node;
    assert.deepEqual(written(at(node, 'spec', 'hostNetwork')), ['b/pod.yaml', 'true']);
    assert.deepEqual(written(at(node, 'spec', 'hostPID')), ['o/p.yaml', 'true']);
    assert.deepEqual(written(at(node, 'metadata', 'namespace')), ['o/kustomization.yaml', 'shop']);
    assert.deepEqual(written(at(node, 'metadata', 'name')), ['b/pod.yaml', 'a']);
  });

  it('ends where bases are taken in without bound', () => {
    const files: Record<string, string> = { 'f0/kustomization.yaml': 'resources: [pod.yaml]\n', 'f0/pod.yaml': pod };
    for (let depth = 1; depth < 40; depth++) {
      files[`f${depth}/kustomization.yaml`] = `resources: [../f${depth}a, ../f${depth}b]\n`;
      for (const side of ['a', 'b'])
        files[`f${depth}${side}/kustomization.yaml`] = `resources: [../f${depth - 1}]\nnamePrefix: ${side}-\n`;
    }
    assert.throws(() => build(of(files), 'f39'), UnknownError);
  });

  it('refuses what Kustomize refuses, in one line', () => {
    for (const text of [
      'resources: [none.yaml]',
      'resources: [../o]',
      'a: b',
      '- a',
      'resources: [pod.yaml, pod.yaml]',
    ])
      assert.throws(
        () => build(of({ 'o/kustomization.yaml': text, 'o/pod.yaml': pod }), 'o'),
        (error) => error instanceof KustomizeError && !error.message.includes('\n'),
        text,
      );
  });
});
