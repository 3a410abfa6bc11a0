/** `node test/oracle/template/record.ts`: asks Helm's engine (Go) and writes the fixture that machines without Go test against. */
import { writeFileSync } from 'node:fs';
import { askOracle, fixturePath } from './oracle.ts';

const answers = askOracle();
writeFileSync(fixturePath, `[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`);
console.log(`${answers.length} templates`);
