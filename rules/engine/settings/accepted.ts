/** Known vulnerabilities of images that somebody accepted until a day: read from a configuration, and asked of an image. Must not know any scanner. */
import { matchesWildcard } from '../../text/wildcard.ts';
import type { Field } from '../../yaml/field.ts';
import { type Complain, itemsOf, onlyKeys, strings } from './setting-field.ts';

/** A vulnerability that is accepted, and why. */
export interface AcceptedVulnerability {
  /** As a scanner calls it, or one of its aliases. */
  readonly id: string;
  /** References with their registry, in which `*` stands for anything. */
  readonly images: readonly string[];
  readonly reason: string;
  /** The last day it counts, as `2026-12-31`. */
  readonly until: string;
}

/** Keys of an item of `vulnerabilities`. */
export const acceptedKeys = ['id', 'images', 'reason', 'until'] as const;

/** @param field the list. @param today as `2026-12-31`: what ended before counts no more, which is worth a word. */
export function acceptedOf(field: Field, today: string, complain: Complain): readonly AcceptedVulnerability[] {
  return itemsOf(field, 'a list of an `id` with a `reason` and a day, `until`', complain).flatMap((item) => {
    onlyKeys(item, acceptedKeys, complain);
    const [id, reason, until] = [item.at('id'), item.at('reason'), item.at('until')];
    if ((id.string ?? '').trim() === '') {
      complain(id.present ? id : item, 'What is accepted has an id, such as CVE-2026-1234.');
      return [];
    }
    if ((reason.string ?? '').trim() === '') {
      complain(id, 'What is accepted has a reason: why can it wait?');
      return [];
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until.text ?? '')) {
      complain(until.present ? until : id, 'What is accepted ends on a day: until is one, such as 2026-12-31.');
      return [];
    }
    if ((until.text ?? '') < today) {
      const message = `This ended on ${until.text}, so that ${id.string} counts again: fix it, or decide again.`;
      complain(until, message, false, true);
      return [];
    }
    const wanted = item.at('images').present
      ? (strings(item.at('images'), 'a list of images, such as `registry.example.com/shop/*`', complain) ?? [])
      : ['*'];
    return [{ id: id.string ?? '', images: wanted, reason: reason.string ?? '', until: until.text ?? '' }];
  });
}

/** @param ids what a scanner calls a vulnerability. @param image its whole reference. @returns the first that accepts it. */
export function acceptanceOf(
  ids: readonly string[],
  image: string,
  accepted: readonly AcceptedVulnerability[],
): AcceptedVulnerability | undefined {
  return accepted.find(
    ({ id, images }) => ids.includes(id) && images.some((pattern) => matchesWildcard(image, pattern)),
  );
}
