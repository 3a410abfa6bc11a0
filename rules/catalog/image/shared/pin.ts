/** Which tag an image could be pinned to, where a table knows a maintained line of it. */

import type { Fix } from '../../../contract/finding.ts';
import { placeholders } from '../../../contract/placeholder.ts';
import { type StableTag, stableTags } from '../../../data/stable-tags.ts';
import { fullName, type ImageReference } from '../../../model/image/reference.ts';
import type { ImageUse } from '../../../model/image/use.ts';
import { isRefusal, type Refusal } from '../../../yaml/change.ts';

/** @returns undefined when no line is known. */
function lineOf(reference: ImageReference): StableTag | undefined {
  return fullName(reference) === `docker.io/library/${reference.name}` ? stableTags.get(reference.name) : undefined;
}

/** The fix for an image whose tag says nothing. */
export function pinFix(use: ImageUse): Fix | Refusal | undefined {
  const { reference } = use;
  const line = lineOf(reference);
  const name = reference.text.slice(0, reference.spans.name.end);
  const replaced = (to: string): Partial<Fix> | Refusal =>
    use.replacement(to) ?? { refused: 'The image comes from a variable; pin it where that is set.' };
  if (line === undefined) {
    const named = replaced(`${name}:${placeholders.version}`);
    return isRefusal(named)
      ? named
      : { title: 'Name the version (no table has one of this image)', level: 'template', ...named };
  }
  const { tag, read, keepsData } = line;
  const to = `${name}:${tag}`;
  const replacement = replaced(to);
  if (isRefusal(replacement)) return replacement;
  return {
    title: `Pin to ${to}, maintained as of ${read}`,
    consequence: 'check that it is the version you run',
    ...replacement,
    ...(keepsData ? { assumes: `its data was not written by a version above ${tag}` } : {}),
  };
}
