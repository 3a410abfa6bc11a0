import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { snyk } from '../../../server/scanners/snyk.ts';

const text = readFileSync(new URL('fixtures/snyk-alpine.json', import.meta.url), 'utf8');
const options = { source: 'any', vex: [], answerFile: '/tmp/answer.json' } as const;

it('an answer of Snyk becomes our shape, once for all paths, with its applications', () => {
  const rows = snyk
    .read(text)
    .vulnerabilities.map(({ id, aliases, severity, fixed }) => [id, aliases, severity, fixed]);
  assert.deepEqual(rows, [
    ['SNYK-ALPINE310-MUSL-458286', ['CVE-2019-14697'], 'critical', ['1.1.22-r3']],
    ['SNYK-JS-LODASH-1040724', ['CVE-2021-23337'], 'high', []],
  ]);
  assert.deepEqual(snyk.read(`[${text}]`), snyk.read(text));
});

it('what it says of an error is no answer', () => {
  for (const odd of ['', '[]', '{"ok":false,"error":"no such image","path":"nginx"}'])
    assert.throws(() => snyk.read(odd));
});

it('it has an answer with status 1, too, and is told nothing of bills of materials', () => {
  assert.deepEqual(snyk.answered, [0, 1]);
  assert.deepEqual(snyk.scanArguments({ kind: 'image', reference: 'nginx:1', platform: undefined }, options), [
    'container',
    'test',
    '--json',
    'nginx:1',
  ]);
  assert.equal(snyk.scanArguments({ kind: 'sbom', path: '/s.json' }, options), undefined);
  assert.deepEqual(snyk.readState('1.1300.0 (standalone)\n'), { version: '1.1300.0' });
});
