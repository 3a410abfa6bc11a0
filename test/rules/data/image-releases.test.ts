import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { baseImages, slimImages } from '../../../rules/data/base-images.ts';
import { imageReleases } from '../../../rules/data/image-releases.ts';

describe('every row of the releases of images', () => {
  for (const { images, stable, ends, source, read } of imageReleases)
    it(`${images} has a source, a day, and lines of which each stands once`, () => {
      assert.notEqual(source, '');
      assert.match(read, /^\d{4}-\d{2}-\d{2}$/);
      const lines = ends === '' ? [] : ends.split(' ');
      for (const line of lines) assert.match(line, /^(?:\*|[a-z0-9.]+)=\d{4}-\d{2}(?:-\d{2})?$/);
      const tags = lines.map((line) => line.slice(0, line.indexOf('=')));
      assert.equal(new Set(tags).size, tags.length);
      assert.ok(stable === undefined || /^library\/[a-z-]+$/.test(images), 'only official images are pinned');
    });

  it('is a product of its own', () => {
    const images = imageReleases.flatMap((row) => row.images.split(' '));
    assert.equal(new Set(images).size, images.length);
  });
});

it('what a Dockerfile may be pinned to, or made slim, is a base image that is known', () => {
  const pinned = imageReleases.flatMap(({ images, stable }) => (stable === undefined ? [] : [{ images, stable }]));
  const named = [...pinned, ...[...slimImages.keys()].map((name) => ({ images: `library/${name}`, stable: '' }))];
  const unknown = named.filter(
    ({ images, stable }) =>
      !baseImages.some(({ name, tag }) => name.test(`docker.io/${images}`) && (tag === undefined || tag.test(stable))),
  );
  assert.deepEqual(unknown, []);
});
