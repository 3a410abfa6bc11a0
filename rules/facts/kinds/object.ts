/** Every object, and every part of one that is a patch: what it is called, and what is in the lists that a patch replaces. */
import { replacedListsOf } from '../../model/kustomize/replaced-lists.ts';
import type { Fact, FactSource } from '../fact.ts';

/** An object or a patch of one. */
export interface ObjectFact extends Fact {
  /** Items as JSON, by the list's path. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export const object: FactSource<ObjectFact> = {
  toldByPatches: true,
  isAsWritten: true,
  objects: {
    of: 'every kind',
    evenPartial: true,
    extract(resource) {
      const lists = replacedListsOf(resource);
      return [
        {
          says: { lists: Object.fromEntries(lists.map(({ path, items }) => [path, items])) },
          places: Object.fromEntries(lists.map(({ path, field }) => [path, field.anchorOfKey])),
        },
      ];
    },
  },
};
