import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { grype } from '../../../server/scanners/grype.ts';

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

  it('takes no host for a source', () => {
    const last = (reference: string, source: 'any' | 'local' = 'any') =>
      grype.scanArguments(image(reference), { ...options, source })?.at(-1);
    assert.equal(last('docker.io/library/docker:29'), 'docker.io/library/docker:29');
    assert.equal(last('registry:5000/web:1'), 'registry:registry:5000/web:1');
    assert.equal(last('shop/web:1', 'local'), 'docker:shop/web:1');
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
