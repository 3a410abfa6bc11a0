import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { unpacked } from '../../../server/host/tar.ts';

/** A file in an archive. */
interface Entry {
  readonly name: string;
  readonly text?: string;
  readonly type?: string;
  readonly prefix?: string;
  readonly size?: string;
}

function entry({ name, text = '', type = '0', prefix, size }: Entry): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 'utf8');
  header.write(size ?? Buffer.byteLength(text).toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  if (prefix !== undefined) {
    header.write('ustar', 257);
    header.write(prefix, 345);
  }
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
  body.write(text, 'utf8');
  return Buffer.concat([header, body]);
}

const files = (...entries: readonly Entry[]): unknown =>
  unpacked(gzipSync(Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]))).map(({ path, bytes }) => [
    path,
    Buffer.from(bytes).toString('utf8'),
  ]);

describe('a packed chart', () => {
  it('holds files, whatever their length', () =>
    assert.deepEqual(files({ name: 'c/a', text: 'é' }, { name: 'c/b', text: 'x'.repeat(600) }, { name: 'c/empty' }), [
      ['c/a', 'é'],
      ['c/b', 'x'.repeat(600)],
      ['c/empty', ''],
    ]));

  it('has names of three forms', () =>
    assert.deepEqual(
      files(
        { name: 'name', text: 'ustar', prefix: 'long/folder' },
        { name: '././@LongLink', text: 'a/gnu/name\0', type: 'L' },
        { name: 'short', text: 'gnu' },
        { name: 'pax', text: '19 path=a/pax/name\n', type: 'x' },
        { name: 'short', text: 'pax' },
        { name: 'plain', text: 'last' },
      ),
      [
        ['long/folder/name', 'ustar'],
        ['a/gnu/name', 'gnu'],
        ['a/pax/name', 'pax'],
        ['plain', 'last'],
      ],
    ));

  it('has neither folders nor links', () =>
    assert.deepEqual(files({ name: 'c/', type: '5' }, { name: 'c/link', type: '2' }, { name: 'c/a', text: 'a' }), [
      ['c/a', 'a'],
    ]));

  it('that is damaged or no archive is refused', () => {
    assert.throws(() => files({ name: 'a', size: '77777777777' }), /damaged/);
    assert.throws(() => files({ name: 'a', size: 'nonsense' }), /damaged/);
    assert.throws(() => unpacked(Buffer.from('no gzip')));
  });
});
