import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { scout } from '../../../server/scanners/scout.ts';

const options = { source: 'any', vex: [], answerFile: '/tmp/answer.json' } as const;

it('an answer of Docker Scout becomes our shape; rules that nothing broke are none', () => {
  const { vulnerabilities } = scout.read(
    readFileSync(new URL('fixtures/scout-alpine.sarif.json', import.meta.url), 'utf8'),
  );
  assert.deepEqual(
    vulnerabilities.map(({ id, severity, package: { name, version }, fixed }) => [id, severity, name, version, fixed]),
    [
      ['CVE-2019-14697', 'critical', 'musl', '1.1.22-r2', ['1.1.22-r3']],
      ['CVE-2020-28928', 'medium', 'left-pad', '1.0.0', []],
    ],
  );
  for (const odd of ['', '{}', '{"runs":{}}']) assert.throws(() => scout.read(odd));
});

it('it is always told an image, by its scheme, and writes to a file', () => {
  const args = scout.scanArguments({ kind: 'image', reference: 'nginx:1', platform: 'linux/arm64' }, options);
  assert.deepEqual(args, [
    'scout',
    'cves',
    '--format=sarif',
    '--output=/tmp/answer.json',
    '--platform=linux/arm64',
    'image://nginx:1',
  ]);
  const local = scout.scanArguments(
    { kind: 'image', reference: 'web', platform: undefined },
    { ...options, source: 'local' },
  );
  assert.equal(local?.at(-1), 'local://web');
  assert.equal(scout.scanArguments({ kind: 'archive', path: '/a.tar' }, options)?.at(-1), 'archive:///a.tar');
});

it('its version is read, and what it sends is said', () => {
  assert.deepEqual(scout.readState('\nversion: v1.18.3 (go1.24.5 - linux/amd64)\ngit commit: abc\n'), {
    version: '1.18.3',
  });
  assert.throws(() => scout.readState("docker: 'scout' is not a docker command."));
  assert.match(scout.sends ?? '', /docker\.com/);
});
