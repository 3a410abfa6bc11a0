/** What Helm 4.3.1's engine makes of each template, in one table. */
import { facts } from '../../../../harness/render.ts';

const values = `s: Hello World
num: 42
f: 1.5
big: 1234567
t: true
l: [b, a, c]
m: {b: 2, a: 1, c: {d: x}}
nul: null
u: héllo ✓
`;

facts('checksums', values, [
  ['sha256sum "abc"', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sha256sum ""', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['sha1sum "abc"', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['adler32sum "Wikipedia"', '300286872'],
  [
    'sha256sum "a text of more than sixty-four bytes, which is what one block of it holds, and then some more"',
    '00aa4e68b8cad50fc9daf2696754267dafdb45c2c86ac2629f79bea73f0bd461',
  ],
]);
