/** `node test/oracle/edges/record.ts`: asks Kubernetes' own code (Go) and writes the fixture that machines without Go test against. */
import { writeFileSync } from 'node:fs';
import { askOracle, fixturePath } from './oracle.ts';

const answers = askOracle();
writeFileSync(fixturePath, `${JSON.stringify(answers)}\n`);
console.log(`${answers.length} questions, ${answers.join('').length} asks`);
