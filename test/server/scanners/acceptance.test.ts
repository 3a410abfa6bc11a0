import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withoutAccepted } from '../../../server/scanners/acceptance.ts';
import type { ScanResult } from '../../../server/scanners/result.ts';

const result: ScanResult = {
  scanner: 'trivy',
  title: 'Trivy',
  version: '1',
  scannedAt: '2026-11-28T00:00:00Z',
  report: {
    digests: [],
    suppressed: 0,
    vulnerabilities: ['CVE-1', 'CVE-2'].map((id) => ({
      id,
      aliases: [`GHSA-${id}`],
      severity: 'high',
      package: { name: 'a', version: '1' },
      fixed: [],
      title: '',
    })),
  },
};
const accept = (id: string) => [{ id, images: ['*'], reason: 'later', until: '2026-12-31' }];
const left = (...lists: Parameters<typeof withoutAccepted>[2]) => {
  const { vulnerabilities, accepted = [] } = withoutAccepted(result, 'docker.io/library/a:1', lists).report;
  return [vulnerabilities.map(({ id }) => id), accepted.map(({ vulnerability: { id }, until }) => `${id} ${until}`)];
};

it('what every file accepts is taken out, and kept beside the rest', () => {
  assert.deepEqual(left(accept('CVE-1')), [['CVE-2'], ['CVE-1 2026-12-31']]);
  assert.deepEqual(left(accept('GHSA-CVE-2'), accept('CVE-2')), [['CVE-1'], ['CVE-2 2026-12-31']]);
});

it('what one of them does not accept counts, and so it does where no file names the image', () => {
  assert.deepEqual(left(accept('CVE-1'), []), [['CVE-1', 'CVE-2'], []]);
  assert.deepEqual(left(), [['CVE-1', 'CVE-2'], []]);
});
