/** `node test/oracle/kustomize/record.ts`: asks Kustomize (Go) and writes the fixture that machines without Go test against. */
import { writeFileSync } from 'node:fs';
import { askOracle, fixturePath, kept } from './oracle.ts';
import { questions } from './questions.ts';

const answers = askOracle().map((answer, at) => kept(answer, questions[at]?.name ?? ''));
writeFileSync(fixturePath, `[\n${answers.map((answer) => JSON.stringify(answer)).join(',\n')}\n]\n`);
console.log(`${answers.length} kustomizations`);
