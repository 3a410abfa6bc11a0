import assert from 'node:assert/strict';
import { it } from 'node:test';
import { digestsOf, levelOf, linkOf, parseAnswer, textOf, timeOf } from '../../../server/scanners/answer.ts';

it('a link is an address of https that ends no Markdown', () => {
  assert.equal(linkOf('https://nvd.nist.gov/vuln/detail/CVE-1?x=1#a'), 'https://nvd.nist.gov/vuln/detail/CVE-1?x=1#a');
  for (const odd of [
    'http://a.b/',
    'javascript:alert(1)',
    'https://a.b/)[x](command:y',
    'https://a.b/ x',
    'https://a@b/',
    'command:x',
    7,
  ])
    assert.equal(linkOf(odd), undefined, String(odd));
});

it('severities of all tools are ours', () =>
  assert.deepEqual(['CRITICAL', 'Important', 'moderate', 'Negligible', 'UNSPECIFIED', undefined].map(levelOf), [
    'critical',
    'high',
    'medium',
    'negligible',
    'unknown',
    'unknown',
  ]));

it('texts are of a bounded length, times are of ISO 8601, digests are whole', () => {
  assert.equal(textOf('x'.repeat(10_000))?.length, 500);
  assert.equal(timeOf('2026-11-27T00:00:00Z'), '2026-11-27T00:00:00Z');
  for (const odd of ['yesterday', '0001-01-01T00:00:00Z', 5]) assert.equal(timeOf(odd), undefined);
  assert.deepEqual(digestsOf([`a@sha256:${'a'.repeat(64)}`, 'a@sha256:1', 'a:1']), [`sha256:${'a'.repeat(64)}`]);
});

it('what is no object is refused', () => {
  for (const odd of ['', '[]', 'null', '7']) assert.throws(() => parseAnswer(odd));
});
