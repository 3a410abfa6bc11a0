import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KustomizeError } from '../../../../../rules/model/kustomize/build/errors.ts';
import { mergedInto } from '../../../../../rules/model/kustomize/build/merge.ts';
import { type Json, jsonOf, nodeOfJson } from '../../../../../rules/model/kustomize/build/node.ts';
import { Schemas } from '../../../../../rules/model/kustomize/build/schema.ts';

const merged = (base: Json, patch: Json): unknown => {
  const result = mergedInto(nodeOfJson(base), nodeOfJson(patch), new Schemas());
  return result === undefined ? undefined : JSON.parse(JSON.stringify(jsonOf(result)));
};
const pod = (spec: Json): Json => ({ apiVersion: 'v1', kind: 'Pod', spec });
const is = (base: Json, patch: Json, expected: Json): void =>
  assert.deepEqual(merged(pod(base), pod(patch)), pod(expected));

describe('a strategic merge patch', () => {
  it('merges maps and takes away what is null', () =>
    is({ a: 1, b: { c: 2, d: 3 } }, { b: { c: null, e: 4 } }, { a: 1, b: { d: 3, e: 4 } }));

  it('merges containers by their names, and puts new ones in front', () =>
    is(
      { containers: [{ name: 'a', image: 'x' }, { name: 'b' }] },
      { containers: [{ name: 'b', command: ['z'] }, { name: 'c' }] },
      { containers: [{ name: 'b', command: ['z'] }, { name: 'c' }, { name: 'a', image: 'x' }] },
    ));

  it('tells ports apart by number and protocol, as far as they are written', () =>
    is(
      { containers: [{ name: 'a', ports: [{ containerPort: 80, protocol: 'UDP' }] }] },
      { containers: [{ name: 'a', ports: [{ containerPort: 80, protocol: 'TCP' }] }] },
      {
        containers: [
          {
            name: 'a',
            ports: [
              { containerPort: 80, protocol: 'TCP' },
              { containerPort: 80, protocol: 'UDP' },
            ],
          },
        ],
      },
    ));

  it('replaces other lists, and all lists of kinds that it does not know', () => {
    is({ tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'b' }] }, { tolerations: [{ key: 'b' }] });
    const widget = (spec: Json): Json => ({ apiVersion: 'example.com/v1', kind: 'Widget', spec });
    assert.deepEqual(
      merged(widget({ containers: [{ name: 'a' }] }), widget({ containers: [{ name: 'b' }] })),
      widget({ containers: [{ name: 'b' }] }),
    );
  });

  it('obeys its directives', () => {
    is(
      { containers: [{ name: 'a' }, { name: 'b' }] },
      { containers: [{ $patch: 'delete', name: 'a' }] },
      { containers: [{ name: 'b' }] },
    );
    is(
      { containers: [{ name: 'a' }] },
      { containers: [{ $patch: 'replace' }, { name: 'b' }] },
      { containers: [{ name: 'b' }] },
    );
    is({ a: { b: 1 } }, { a: { $patch: 'replace', c: 2 } }, { a: { c: 2 } });
    assert.equal(merged({ a: 1 }, { $patch: 'delete' }), undefined);
    assert.throws(() => merged({ a: 1 }, { $patch: 'nonsense' }), KustomizeError);
  });

  it('does not fit what is of another kind', () =>
    assert.throws(() => merged({ a: [1] }, { a: { b: 1 } }), KustomizeError));

  it('takes keys of prototypes for keys', () =>
    assert.deepEqual(
      merged({}, JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')),
      JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'),
    ));
});
