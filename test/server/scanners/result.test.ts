import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { between } from '../../../server/host/today.ts';
import { isStale, readResult, resultText, type ScanResult, summaryOf } from '../../../server/scanners/result.ts';

const result: ScanResult = {
  scanner: 'trivy',
  title: 'Trivy',
  version: '0.76.0',
  database: '2026-11-27T00:00:00Z',
  scannedAt: '2026-11-28T00:00:00.000Z',
  report: {
    steps: [{ by: 'COPY app /app', layer: `sha256:${'b'.repeat(64)}` }, { by: 'USER 1000' }],
    named: [`nginx@sha256:${'a'.repeat(64)}`],
    digests: [`sha256:${'a'.repeat(64)}`],
    os: { name: 'alpine 3.10.2', isEnded: true },
    vulnerabilities: [
      {
        id: 'CVE-1',
        aliases: ['GHSA-1'],
        severity: 'high',
        severitySource: 'nvd',
        package: { name: 'a', version: '1', purl: 'pkg:apk/a@1' },
        fixed: ['2'],
        title: 't',
        link: 'https://example.com/1',
        layer: 'sha256:1',
        from: 'base',
        exploited: true,
        epss: 0.5,
      },
    ],
    suppressed: 2,
  },
};
const clean: ScanResult = { ...result, report: { digests: [], vulnerabilities: [], suppressed: 0 } };

describe('a result that is kept', () => {
  it('comes back whole', () => assert.deepEqual(readResult(resultText(result)), result));

  it('is nothing where it is cut off, of another time or of odd types', () => {
    const whole = resultText(result);
    for (const text of [
      '',
      '{',
      whole.slice(0, -5),
      'null',
      '[]',
      whole.replace('"schema":1', '"schema":2'),
      '{"schema":1}',
    ])
      assert.equal(readResult(text), undefined, text);
    const odd = readResult(
      JSON.stringify({ schema: 1, ...clean, report: { vulnerabilities: [7, null, { package: [] }] } }),
    );
    assert.ok(odd === undefined || odd.report.vulnerabilities.every(({ id }) => id === ''));
  });
});

describe('a result in words', () => {
  it('says what is known, by whom and of when', () =>
    assert.equal(
      summaryOf(result, '2026-11-28T12:00:00Z', between),
      'Known vulnerabilities: 1 high; 1 with a fix; 1 exploited; 2 left out by Trivy; alpine 3.10.2 gets no updates any more (Trivy, database of 2026-11-27)',
    ));

  it('calls nothing clean by an old database', () => {
    assert.equal(
      summaryOf(clean, '2026-11-28T12:00:00Z', between),
      'No known vulnerabilities (Trivy, database of 2026-11-27)',
    );
    assert.equal(
      summaryOf(clean, '2027-01-06T12:00:00Z', between),
      'Nothing was known as of 2026-11-27 (Trivy, database of 2026-11-27, 40 days old)',
    );
  });

  it('is stale past its age, and where it is of the future', () => {
    const hour = 3_600_000;
    assert.equal(isStale(result, '2026-11-28T01:00:00Z', 24 * hour, between), false);
    assert.equal(isStale(result, '2026-11-29T01:00:00Z', 24 * hour, between), true);
    assert.equal(isStale(result, '2026-11-01T01:00:00Z', 24 * hour, between), true);
    assert.equal(isStale(result, 'rubbish', 24 * hour, between), true);
  });
});
