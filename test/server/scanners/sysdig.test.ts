import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { sysdig } from '../../../server/scanners/sysdig.ts';

const options = { source: 'any', vex: [], answerFile: '/tmp/answer.json' } as const;

it('an answer of Sysdig becomes our shape', () => {
  const report = sysdig.read(readFileSync(new URL('fixtures/sysdig-alpine.json', import.meta.url), 'utf8'));
  assert.deepEqual(
    report.vulnerabilities.map(({ id, severity, package: { name }, fixed, layer }) => [
      id,
      severity,
      name,
      fixed,
      layer?.slice(0, 10),
    ]),
    [
      ['CVE-2019-14697', 'critical', 'musl', ['1.1.22-r3'], 'sha256:074'],
      ['CVE-2020-28928', 'medium', 'musl', [], 'sha256:074'],
    ],
  );
  assert.deepEqual([report.digests.length, report.suppressed, report.os?.name], [1, 0, 'alpine 3.10.2']);
  for (const odd of ['', '{}', '{"result":{}}']) assert.throws(() => sysdig.read(odd));
});

it('it sends nothing, and is not asked about a platform that it could not be told', () => {
  const args = sysdig.scanArguments({ kind: 'image', reference: 'nginx:1', platform: undefined }, options);
  assert.deepEqual(args, ['--standalone', '--skipupload', '--output=json-file=/tmp/answer.json', 'nginx:1']);
  assert.equal(
    sysdig.scanArguments({ kind: 'image', reference: 'nginx:1', platform: 'linux/arm64' }, options),
    undefined,
  );
  assert.deepEqual(sysdig.readState('sysdig-cli-scanner version 1.22.6'), { version: '1.22.6' });
});
