import assert from 'node:assert/strict';
import { it } from 'node:test';
import { placesOf } from '../../../../../rules/catalog/dockerfile/shared/places.ts';
import { parseDockerfile } from '../../../../../rules/model/dockerfile/file.ts';

it('places of a stage are those of the stages built on it, too', () => {
  const { stages, fragment } = parseDockerfile(
    'FROM alpine AS a\nRUN x\nFROM a AS b\nONBUILD RUN x\nFROM alpine AS c\nRUN x\nFROM b\nUSER 1\nRUN x\n',
  );
  let asked = 0;
  const places = placesOf(({ keyword }) => {
    asked++;
    return keyword === 'RUN';
  });
  assert.deepEqual(
    stages.map((stage) => places(stage)),
    [
      { first: 1, last: 8 },
      { first: 3, last: 8 },
      { first: 5, last: 5 },
      { first: 8, last: 8 },
    ],
  );
  const { first, last } = places(fragment);
  assert.equal(first > last, true);
  assert.equal(asked, 9);
});
