import assert from 'node:assert/strict';
import { it } from 'node:test';
import { contains, holdsPrivate, readBlock } from '../../../../rules/model/kubernetes/address.ts';

const isIn = (inner: string, outer: string): boolean => {
  const [a, b] = [readBlock(inner), readBlock(outer)];
  assert.ok(a !== undefined && b !== undefined, `${inner} ${outer}`);
  return contains(b, a);
};

it('blocks hold addresses of their version', () => {
  for (const [inner, outer, expected] of [
    ['10.1.2.3', '10.0.0.0/8', true],
    ['11.0.0.0', '10.0.0.0/8', false],
    ['169.254.169.254', '0.0.0.0/0', true],
    ['::1', '0.0.0.0/0', false],
    ['2001:db8::5', '2001:db8::/32', true],
    ['2001:db9::', '2001:db8::/32', false],
    ['::ffff:10.0.0.1', '::ffff:0:0/96', true],
    ['10.0.0.0/8', '10.0.0.0/16', false],
    // Bits behind the prefix mean nothing.
    ['10.0.0.9', '10.0.0.1/24', true],
  ] as const)
    assert.equal(isIn(inner, outer), expected, `${inner} in ${outer}`);
});

it('what is no address is none', () => {
  for (const text of [
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.0/33',
    '1::2::3',
    'web',
    '10.0.0.0/',
    ':::',
    '1:2:3:4:5:6:7',
    'g::',
  ])
    assert.equal(readBlock(text), undefined, text);
});

it('private addresses are those of pods and nodes', () => {
  const answers = ['10.2.0.0/16', '0.0.0.0/0', '8.8.8.8', '100.64.0.0/10', 'fd00::/8', '2001:db8::/32'].map((text) => {
    const block = readBlock(text);
    return block !== undefined && holdsPrivate(block);
  });
  assert.deepEqual(answers, [true, true, false, true, true, false]);
});
