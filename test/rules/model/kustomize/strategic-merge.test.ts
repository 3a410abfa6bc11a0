import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { merged } from '../../../../rules/model/kustomize/strategic-merge.ts';
import type { PlainValue } from '../../../../rules/yaml/plain-value.ts';

const is = (base: PlainValue, patch: PlainValue, expected: PlainValue): void =>
  // Maps have no prototype, so that no key of a stranger's means anything.
  assert.deepEqual(JSON.parse(JSON.stringify(merged(base, patch))), expected);

describe('a strategic merge patch', () => {
  it('merges maps and takes away what is null', () =>
    is({ a: 1, b: { c: 2, d: 3 } }, { b: { c: null, e: 4 } }, { a: 1, b: { d: 3, e: 4 } }));

  it('merges containers by their names, and puts new ones in front', () =>
    is(
      {
        containers: [
          { name: 'a', image: 'x' },
          { name: 'b', image: 'y' },
        ],
      },
      { containers: [{ name: 'b', command: ['z'] }, { name: 'c' }] },
      { containers: [{ name: 'c' }, { name: 'a', image: 'x' }, { name: 'b', image: 'y', command: ['z'] }] },
    ));

  it('merges ports by what all of them have', () => {
    is(
      { ports: [{ containerPort: 80 }] },
      { ports: [{ containerPort: 80, hostPort: 1 }] },
      { ports: [{ containerPort: 80, hostPort: 1 }] },
    );
    is({ ports: [{ port: 80 }] }, { ports: [{ port: 81 }] }, { ports: [{ port: 81 }, { port: 80 }] });
  });

  it('replaces other lists', () => is({ args: ['a', 'b'] }, { args: ['c'] }, { args: ['c'] }));

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
  });

  it('takes keys of prototypes for keys', () =>
    is(
      {},
      JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'),
      JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'),
    ));
});
