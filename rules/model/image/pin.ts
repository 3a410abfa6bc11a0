/** Which tag an image could be pinned to, where a table knows a maintained line of it. */
import { type StableTag, stableTags } from '../../data/stable-tags.ts';
import type { Fix } from '../../rule.ts';
import type { Refusal } from '../../yaml/change.ts';
import { fullName, type ImageReference } from './reference.ts';
import type { ImageUse } from './use.ts';

/** @returns undefined when no line is known. */
function lineOf(reference: ImageReference): StableTag | undefined {
  return fullName(reference) === `docker.io/library/${reference.name}` ? stableTags.get(reference.name) : undefined;
}

/** The fix for an image whose tag says nothing. */
export function pinFix(use: ImageUse): Fix | Refusal | undefined {
  const { reference } = use;
  const line = lineOf(reference);
  if (line === undefined)
    return { refused: 'Only you know which version it should be; no table has a maintained line of this image.' };
  const { tag, newest, keepsData } = line;
  const to = `${reference.text.slice(0, reference.spans.name.end)}:${tag}`;
  const replacement = use.replacement(to);
  if (replacement === undefined) return { refused: 'The image comes from a variable; pin it where that is set.' };
  return {
    title: `Pin to ${to}, the newest on ${newest} (check that it is the version you run)`,
    ...replacement,
    ...(keepsData ? { assumes: `its data was not written by a version above ${tag}` } : {}),
  };
}
