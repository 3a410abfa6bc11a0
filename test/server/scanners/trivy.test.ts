import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { trivy } from '../../../server/scanners/trivy.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const options = { source: 'any', vex: [], answerFile: '/tmp/answer' } as const;

describe('what Trivy 0.76.0 answered', () => {
  it('becomes our shape', () => {
    const { vulnerabilities, os, suppressed, digests } = trivy.read(fixture('trivy-0.76.0-alpine.json'));
    assert.deepEqual([os, suppressed, digests], [{ name: 'alpine 3.10.2', isEnded: true }, 0, []]);
    assert.equal(vulnerabilities.length, 2);
    assert.deepEqual(vulnerabilities[0], {
      id: 'CVE-2019-14697',
      aliases: [],
      severity: 'critical',
      severitySource: 'nvd',
      package: { name: 'musl', version: '1.1.22-r2', purl: 'pkg:apk/alpine/musl@1.1.22-r2?arch=x86_64&distro=3.10.2' },
      fixed: ['1.1.22-r3'],
      title: 'musl libc has an x87 stack imbalance',
      link: 'https://avd.aquasec.com/nvd/cve-2019-14697',
      layer: 'sha256:074f025ab42885c76430ae9ac23efcf8825a1abad7305f06860bd1d1307adf53',
    });
  });

  it('tells what comes from the base image', () => {
    const { vulnerabilities } = trivy.read(fixture('trivy-0.76.0-app.json'));
    assert.deepEqual(
      vulnerabilities.map(({ package: { name }, from }) => [name, from]),
      [
        ['musl', 'base'],
        ['lodash', 'own'],
        ['musl', 'base'],
      ],
    );
  });

  it('has the date of the database beside it', () =>
    assert.deepEqual(
      trivy.readState(
        '{"Version":"0.76.0","VulnerabilityDB":{"Version":2,"NextUpdate":"2026-11-28T00:00:00Z","UpdatedAt":"2026-11-27T00:00:00Z"}}',
      ),
      { version: '0.76.0', database: '2026-11-27T00:00:00Z' },
    ));
});

describe('what Trivy is told', () => {
  it('is to ask nobody but the registry, and nothing but vulnerabilities', () => {
    const args = trivy.scanArguments({ kind: 'image', reference: 'nginx:1', platform: 'linux/arm64' }, options) ?? [];
    for (const flag of [
      '--scanners=vuln',
      '--skip-db-update',
      '--skip-java-db-update',
      '--offline-scan',
      '--skip-version-check',
      '--show-suppressed',
      '--disable-telemetry',
      '--platform=linux/arm64',
    ])
      assert.ok(args.includes(flag), flag);
    assert.deepEqual(args.slice(-2), ['--', 'nginx:1']);
  });

  it('is to ask no registry where the local image is meant', () => {
    const args = trivy.scanArguments(
      { kind: 'image', reference: 'web', platform: undefined },
      { ...options, source: 'local' },
    );
    assert.ok(args?.includes('--image-src=docker,containerd,podman'));
  });

  it('is a path as one word of its option', () => {
    assert.equal(trivy.scanArguments({ kind: 'archive', path: '/a b.tar' }, options)?.at(-1), '--input=/a b.tar');
    const sbom = trivy.scanArguments({ kind: 'sbom', path: '/s.json' }, { ...options, vex: ['/v.json'] });
    assert.deepEqual([sbom?.[0], sbom?.slice(-3)], ['sbom', ['--vex=/v.json', '--', '/s.json']]);
  });
});

describe('an answer that is none', () => {
  for (const text of ['', 'null', '[]', '{}', '{"SchemaVersion":3}', '<html>'])
    it(`is refused: ${text}`, () => assert.throws(() => trivy.read(text)));

  it('of odd types has no findings of them', () => {
    const report = trivy.read(
      JSON.stringify({
        SchemaVersion: 2,
        Metadata: 7,
        Results: [null, { Vulnerabilities: [{ VulnerabilityID: 5 }, 'x'] }],
      }),
    );
    assert.deepEqual(report.vulnerabilities, []);
  });
});
