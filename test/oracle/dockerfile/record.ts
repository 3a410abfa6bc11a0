/**
 * `node test/oracle/dockerfile/record.ts`: asks BuildKit's parser (Go) about the generated files and writes the fixture that machines without
 * Go test against.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateDockerfiles } from './files.ts';
import { askOracle, fixturePath } from './oracle.ts';

const texts = generateDockerfiles(1500);
const seen = askOracle(texts);
const lines = texts.map((text, i) => `${JSON.stringify({ text, seen: seen[i] })}\n`);
writeFileSync(fileURLToPath(fixturePath), lines.join(''));
console.log(
  `${lines.length} files, ${lines.join('').length} bytes, ${seen.filter((file) => file === null).length} refused`,
);
