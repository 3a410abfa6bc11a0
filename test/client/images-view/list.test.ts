import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countsText, partsOf, shownImages, shownVulnerabilities, worstOf } from '../../../client/images-view/list.ts';
import type { ListedImage, ListedVulnerability } from '../../../server/protocol/images.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, negligible: 0, unknown: 0 };
const image = (name: string, bySeverity?: Partial<typeof none>, fixable = 0): ListedImage => ({
  image: name,
  isBuilt: false,
  uses: [],
  ...(bySeverity === undefined
    ? {}
    : { known: { summary: '', isStale: false, bySeverity: { ...none, ...bySeverity }, fixable, accepted: 0 } }),
});
const images = [
  image('unscanned'),
  image('clean', {}),
  image('low', { low: 9 }, 9),
  image('few', { critical: 1 }),
  image('many', { critical: 3, unknown: 1 }, 1),
];
const names = (onlyFixable: boolean) => shownImages(images, onlyFixable).map((one) => one.image);

it('the worst image comes first, and what nobody scanned last', () => {
  assert.deepEqual(names(false), ['many', 'few', 'low', 'clean', 'unscanned']);
  assert.deepEqual(names(true), ['many', 'low']);
  assert.deepEqual(images.map(worstOf), [undefined, undefined, 'low', 'critical', 'critical']);
});

it('counts are said in words, without those that are none', () => {
  assert.equal(
    countsText(images[4] as ListedImage, (level) => level),
    '3 critical, 1 unknown',
  );
  assert.equal(
    countsText(images[0] as ListedImage, (level) => level),
    '',
  );
});

it('of the vulnerabilities, those without a fix can be left out', () => {
  const one = (id: string, fixed: string): ListedVulnerability => ({
    ...{ id, severity: 'low', package: '', fixed, title: '', isOfBase: false, isExploited: false },
  });
  const ids = (onlyFixable: boolean) =>
    shownVulnerabilities([one('a', ''), one('b', '2')], onlyFixable).map(({ id }) => id);
  assert.deepEqual([ids(false), ids(true)], [['a', 'b'], ['b']]);
});

it('the name of an image comes before the place where it lies', () => {
  assert.deepEqual(partsOf('ghcr.io/acme/shop/web:1'), { label: 'web:1', path: 'ghcr.io/acme/shop' });
  assert.deepEqual(partsOf(`localhost:5000/web@sha256:${'a'.repeat(64)}`), {
    label: 'web@sha256:aaaaaaaa',
    path: 'localhost:5000',
  });
  assert.deepEqual(partsOf('web'), { label: 'web', path: '' });
});
