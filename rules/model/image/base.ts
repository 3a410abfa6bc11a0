/** What the tables know of the image that a reference names. */
import { type BaseImage, baseImages, slimImages, slimmableTag } from '../../data/base-images.ts';
import { fullName, type ImageReference } from './reference.ts';

const unknown: BaseImage = { user: 'unknown', uid: undefined, shipped: undefined, tools: 'unknown' };

export function baseImageOf(reference: ImageReference): BaseImage {
  const name = fullName(reference);
  const tag = reference.tag ?? 'latest';
  return (
    baseImages.find((entry) => entry.name.test(name) && (entry.tag === undefined || entry.tag.test(tag)))?.base ??
    unknown
  );
}

/** @returns the tag of the smaller variant of the same version; undefined when it is one, or none is known. */
export function slimTagOf(reference: ImageReference): string | undefined {
  if (
    fullName(reference) !== `docker.io/library/${reference.name}` ||
    !slimImages.has(reference.name) ||
    reference.tag === undefined
  )
    return undefined;
  return slimmableTag.test(reference.tag) ? `${reference.tag}-slim` : undefined;
}
