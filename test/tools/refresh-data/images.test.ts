import assert from 'node:assert/strict';
import { it } from 'node:test';
import { stableTags } from '../../../rules/data/stable-tags.ts';
import { endingSoon } from '../../../tools/refresh-data/images.ts';

it('no line to pin to ends within 90 days of the day on which it was read', () => {
  // Counted from the table's own day, so that no test fails by itself on a day to come.
  assert.deepEqual(
    endingSoon((image) => stableTags.get(image)?.read ?? ''),
    [],
  );
});

it('a line is named from 90 days before its end', () => {
  const alpine = (day: string): readonly string[] => endingSoon(() => day).filter((line) => line.startsWith('alpine:'));
  assert.deepEqual(alpine('2028-03-03'), []);
  assert.deepEqual(alpine('2028-03-04'), ['alpine:3.24 ends on 2028-06-01']);
});
