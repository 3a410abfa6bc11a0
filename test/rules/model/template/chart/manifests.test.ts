import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manifestsOf, objectsOf, readable } from '../../../../../rules/model/template/chart/manifests.ts';
import type { RenderedFile } from '../../../../../rules/model/template/chart/render.ts';
import { Text, unknownBlock, unknownText } from '../../../../../rules/model/template/value/text.ts';

const file = (text: string, template = 'c/templates/a.yaml'): RenderedFile => ({
  template,
  path: 'templates/a.yaml',
  text: new Text([{ text, template, start: 0, end: text.length, literal: true }]),
});
const objects = (text: string): unknown => objectsOf(manifestsOf([file(text)]));
const head = 'kind: A\nmetadata: {name: a}\n';

describe('what a template renders to', () => {
  it('is cut at lines of dashes, without what is empty', () =>
    assert.deepEqual(objects('---\n\n---\na: 1\n--- \nb: 2\n---\n# nothing\n'), [{ a: 1 }, { b: 2 }]));

  it('is the items of a list', () =>
    assert.deepEqual(objects('kind: List\nitems: [{a: 1}, {b: 2}]\n'), [{ a: 1 }, { b: 2 }]));

  it('is nothing where it is notes', () =>
    assert.deepEqual(manifestsOf([file('hello: x', 'c/templates/NOTES.txt')]), []));

  it('has a place for each value that is unknown', () =>
    assert.deepEqual(objects(`a: ${unknownText('chance')}\nb: x-${unknownText('a clock')}\nc: [1]\n`), [
      { a: { $unknown: 'chance' }, b: { $unknown: 'a clock' }, c: [1] },
    ]));

  it('is known by its name alone, where lines of it may be anything', () =>
    assert.deepEqual(objects(`apiVersion: v1\n${head}spec:\n  x: 1\n${unknownBlock('a cluster')}\n`), [
      { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, $unknown: 'a cluster' },
    ]));

  it('that cannot be a manifest is refused with its template', () => {
    for (const [text, reason] of [
      ['- a\n', /it is no map/],
      ['a: [\n', /YAML parse error on c\/templates\/a\.yaml/],
      ['kind: [a]\n', /field kind of type string/],
      ['metadata: text\n', /field \.metadata/],
      ['metadata: {annotations: {a: {b: c}}}\n', /annotations of type string/],
      [`${unknownBlock('a cluster')}\n`, /depends on a cluster/],
    ] as const)
      assert.throws(() => manifestsOf([file(text)]), reason, text);
  });

  it('is named as a new cluster would have it, where a cluster decides how much there is', () => {
    const unsure = file(`${unknownBlock('a cluster')}\n`);
    const first = file(`apiVersion: v1\n${head}spec: 1\n`);
    assert.deepEqual(objectsOf(manifestsOf([unsure], [first])), [
      { apiVersion: 'v1', kind: 'A', metadata: { name: 'a' }, $unknown: 'a cluster' },
    ]);
  });
});

it('a document for people says why something is unknown', () =>
  assert.equal(readable(`a: ${unknownText('chance')}`), 'a: <unknown: chance>'));
