/** `node test/oracle/kustomize/record.ts`: asks Kustomize (Go) and writes the fixture that machines without Go test against. */
import { writeFileSync } from 'node:fs';
import { askOracle, fixturePath, kept } from './oracle.ts';
import { questions } from './questions.ts';

// A text of JSON for each answer, so that the file is as the formatter would have it.
const answers = askOracle().map((answer, at) => JSON.stringify(kept(answer, questions[at]?.name ?? '')));
writeFileSync(fixturePath, `${JSON.stringify(answers, undefined, 2)}\n`);
console.log(`${answers.length} kustomizations`);
