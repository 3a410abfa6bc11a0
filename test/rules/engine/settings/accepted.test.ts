import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptanceOf } from '../../../../rules/engine/settings/accepted.ts';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';

const item = '{id: CVE-1, images: ["registry.example.com/shop/*"], reason: later, until: 2026-12-31}';

it('what is accepted counts up to its last day', () => {
  const on = (today: string) => readConfiguration(`vulnerabilities: [${item}]\n`, [], today);
  assert.deepEqual(on('2026-12-31').settings.accepted, [
    { id: 'CVE-1', images: ['registry.example.com/shop/*'], reason: 'later', until: '2026-12-31' },
  ]);
  const ended = on('2027-01-01');
  assert.equal(ended.settings.accepted, undefined);
  assert.match(ended.problems[0]?.message ?? '', /counts again/);
});

it('it is accepted by any of its names, in the images that are meant', () => {
  const { accepted = [] } = readConfiguration(`vulnerabilities: [${item}]\n`, [], '2026-01-01').settings;
  assert.equal(acceptanceOf(['GHSA-1', 'CVE-1'], 'registry.example.com/shop/web:1', accepted)?.reason, 'later');
  assert.equal(acceptanceOf(['CVE-1'], 'docker.io/shop/web:1', accepted), undefined);
  assert.equal(acceptanceOf(['CVE-11'], 'registry.example.com/shop/web:1', accepted), undefined);
});
