/** What the tables know of the image that a reference names. */
import { type BaseImage, baseImages, slimImages, slimmableTag } from '../../data/base-images.ts';
import { fullName, type ImageReference } from './reference.ts';

const unknown: BaseImage = { user: 'unknown', uid: undefined, shipped: undefined, tools: 'unknown' };

const variantsDiffer = /^(?:gcr\.io\/distroless|cgr\.dev|docker\.io\/chainguard|dhi\.io|mcr\.microsoft\.com\/dotnet)\//;

export function baseImageOf(reference: ImageReference): BaseImage {
  const name = fullName(reference);
  // A bare digest may be that of any variant, and the variants of these differ in their user.
  if (reference.tag === undefined && reference.digest !== undefined && variantsDiffer.test(name)) return unknown;
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
