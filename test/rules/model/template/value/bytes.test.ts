import assert from 'node:assert/strict';
import { it } from 'node:test';
import { byteLength, bytesOf, isAscii, offsetOfByte, textOf } from '../../../../../rules/model/template/value/bytes.ts';

it('knows the UTF-8 bytes of a text, and the text of bytes', () => {
  for (const text of ['', 'abc', 'é✓', '\u{1F600}']) {
    assert.deepEqual(Buffer.from(bytesOf(text)), Buffer.from(text));
    assert.equal(textOf(bytesOf(text)), text);
    assert.equal(byteLength(text), Buffer.byteLength(text));
  }
  assert.equal(textOf(Uint8Array.of(0xff)), undefined);
  assert.equal(textOf(Uint8Array.of(0xc3)), undefined);
  assert.equal(textOf(Uint8Array.of(0xed, 0xa0, 0x80)), undefined);
});

it('finds an offset by its byte, unless it is within a character', () => {
  assert.deepEqual(
    [0, 1, 3].map((byte) => offsetOfByte('aéb', byte)),
    [0, 1, 2],
  );
  assert.equal(offsetOfByte('aéb', 2), undefined);
  assert.ok(isAscii('a') && !isAscii('é'));
});
