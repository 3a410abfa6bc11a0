/** Which tag an image could be pinned to, where a table knows a maintained line of it. */
import { stableTags } from '../../data/stable-tags.ts';
import type { Fix } from '../../rule.ts';
import type { Refusal } from '../../yaml/change.ts';
import { fullName, type ImageReference } from './reference.ts';
import type { ImageUse } from './use.ts';

/** @returns the reference with a tag; undefined when no line is known. */
function pinned(reference: ImageReference): string | undefined {
  const tag = stableTags.get(reference.name);
  if (tag === undefined || fullName(reference) !== `docker.io/library/${reference.name}`) return undefined;
  return `${reference.text.slice(0, reference.spans.name.end)}:${tag}`;
}

/** The fix for an image whose tag says nothing. */
export function pinFix(use: ImageUse): Fix | Refusal | undefined {
  const to = pinned(use.reference);
  if (to === undefined)
    return { refused: 'Only you know which version it should be; no table has a maintained line of this image.' };
  const replacement = use.replacement(to);
  if (replacement === undefined) return { refused: 'The image comes from a variable; pin it where that is set.' };
  return { title: `Pin to ${to} (check that it is the version you run)`, ...replacement };
}
