/** `node test/oracle/network/record.ts`: asks Cyclonus (Go) and writes the fixture that machines without Go test against. */
import { writeFileSync } from 'node:fs';
import { askOracle, fixturePath } from './oracle.ts';

const answers = askOracle();
writeFileSync(fixturePath, `${JSON.stringify({ answers }, null, 2)}\n`);
console.log(`${answers.length} connections`);
