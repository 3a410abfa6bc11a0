import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { grype } from '../../../server/scanners/grype.ts';
import { pinOf } from '../../../server/scanners/pin.ts';
import type { Target } from '../../../server/scanners/scanner.ts';

const text = readFileSync(new URL('fixtures/grype-alpine.json', import.meta.url), 'utf8');
const options = { source: 'any', vex: [], answerFile: '/tmp/answer' } as const;
const image = (reference: string) => ({ kind: 'image', reference, platform: undefined }) as const;

describe('an answer of Grype', () => {
  it('becomes our shape', () => {
    const { vulnerabilities, os, suppressed, digests, database } = grype.read(text);
    assert.deepEqual(
      [os, suppressed, digests, database],
      [{ name: 'alpine 3.10.2', isEnded: true }, 1, [`sha256:${'b'.repeat(64)}`], '2026-11-27T00:00:00Z'],
    );
    const [first, second] = vulnerabilities;
    assert.deepEqual(
      [first?.id, first?.severity, first?.fixed, first?.exploited, first?.epss],
      ['CVE-2019-14697', 'critical', ['1.1.22-r3'], true, 0.0123],
    );
    assert.deepEqual([second?.fixed, second?.link, second?.exploited], [[], undefined, false]);
  });

  it('is read as the program gave it', () => {
    const report = grype.read(readFileSync(new URL('fixtures/grype-0.121.2-app.json', import.meta.url), 'utf8'));
    const [first, ...others] = report.vulnerabilities;
    assert.deepEqual(
      [first?.id, first?.severity, first?.fixed, first?.from],
      ['CVE-2019-14697', 'critical', ['1.1.22-r3'], 'base'],
    );
    assert.deepEqual(others, []);
    assert.match(pinOf(report, 'localhost:5000/team/app:1') ?? '', /^sha256:1d50be9f/);
    assert.equal(report.database, '2026-11-28T04:38:37Z');
  });

  it('is refused where it has no matches', () => {
    for (const odd of ['', '{}', '{"matches":{}}']) assert.throws(() => grype.read(odd));
  });
});

describe('what Grype is told', () => {
  it('is to update nothing, and to take an old database', () =>
    assert.deepEqual(
      ['GRYPE_DB_AUTO_UPDATE', 'GRYPE_DB_VALIDATE_AGE', 'GRYPE_CHECK_FOR_APP_UPDATE'].map(
        (name) => grype.environment[name],
      ),
      ['false', 'false', 'false'],
    ));

  it('is which sources it may ask, and no others', () => {
    const from = (target: Target, source: 'any' | 'local' = 'any') => {
      const args = grype.scanArguments(target, { ...options, source }) ?? [];
      return [args[args.indexOf('--from') + 1], args.at(-1)];
    };
    const engines = 'docker,podman,containerd';
    const registry = image('registry:5000/web:1');
    assert.deepEqual(from(registry), [`${engines},registry`, 'registry:5000/web:1']);
    assert.deepEqual(from(registry, 'local'), [engines, 'registry:5000/web:1']);
    assert.deepEqual(from({ kind: 'archive', path: '/a.tar' }), ['docker-archive,oci-archive', '/a.tar']);
    assert.deepEqual(from({ kind: 'layout', path: '/a' }), ['oci-dir', '/a']);
    assert.deepEqual(from({ kind: 'sbom', path: '/a.json' }), ['sbom', '/a.json']);
    // It would say nothing of what went wrong.
    assert.ok(!(grype.scanArguments(registry, options) ?? []).includes('-q'));
  });

  it('has whatever comes from files behind the end of options', () => {
    for (const target of [
      image('nginx:1'),
      { kind: 'archive', path: '/a.tar' } as const,
      { kind: 'sbom', path: '/s' } as const,
    ])
      assert.equal(grype.scanArguments(target, options)?.at(-2), '--');
  });
});
