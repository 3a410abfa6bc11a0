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

facts('encodings', values, [
  ['b64enc "héllo"', 'aMOpbGxv'],
  ['b64dec "aMOpbGxv"', 'héllo'],
  ['b64dec "!"', 'illegal base64 data at input byte 0'],
  ['b32enc "fo"', 'MZXQ===='],
  ['b32dec "MZXQ===="', 'fo'],
  ['b64enc 5', undefined],
  ['"" | b64enc', ''],
]);
