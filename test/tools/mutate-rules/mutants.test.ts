import assert from 'node:assert/strict';
import { it } from 'node:test';
import { mutantsOf } from '../../../tools/mutate-rules/mutants.ts';

const rule = (body: string): string =>
  `export default defineRule({\n  why: 'true',\n  check(pod, report) {\n${body}\n  },\n});\n`;
const changes = (body: string): string[] => mutantsOf(rule(body)).map(({ what }) => what);

it('makes one mistake at a time, in the order of the text', () => {
  assert.deepEqual(changes('    if (a === 1 && !b) return;'), [
    '4: condition becomes false &&',
    '4: condition becomes true ||',
    '4: === becomes !==',
    '4: && becomes ||',
    '4: ! becomes nothing',
    '4: return; becomes ;',
  ]);
  assert.ok(mutantsOf(rule('    if (a === 1) return;')).every(({ text }) => text !== rule('    if (a === 1) return;')));
});

it('changes no texts, comments and expressions, and nothing before check', () => {
  assert.deepEqual(changes("    report(pod, 'a === b'); // x && y\n    report(pod, `true`, /a && b/);"), []);
});

it('makes none of a rule without a check of its own', () =>
  assert.deepEqual(mutantsOf('export default flagRule({});'), []));
