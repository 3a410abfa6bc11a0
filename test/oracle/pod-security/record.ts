/**
 * `node test/oracle/pod-security/record.ts`: asks the official library (Go) about the generated pods and writes the fixture that machines
 * without Go test against.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askOracle, fixturePath } from './oracle.ts';
import { generatePods } from './pods.ts';

const pods = generatePods(1500);
const verdicts = askOracle(pods);
const lines = pods.map((pod, i) => `${JSON.stringify({ pod, verdicts: verdicts[i] })}\n`);
writeFileSync(fileURLToPath(fixturePath), lines.join(''));
console.log(`${lines.length} pods, ${lines.join('').length} bytes`);
