/** What the tables know of the image that a reference names. */
import { type BaseImage, baseImages, slimImages, slimmableTag } from '../../data/base-images.ts';
import { fullName, type ImageReference, parseImageReference } from './reference.ts';

const unknown: BaseImage = { user: 'unknown', uid: undefined, shipped: undefined, tools: 'unknown' };

const variantsDiffer = /^(?:gcr\.io\/distroless|cgr\.dev|docker\.io\/chainguard|dhi\.io|mcr\.microsoft\.com\/dotnet)\//;

/** Registries that carry Docker's official images as they are. */
const mirrors = /^(?:public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library)\//;

/** @returns what the table of base images says of it; of an image that it does not have, that nothing is known. */
export function baseImageOf(reference: ImageReference): BaseImage {
  const name = fullName(reference).replace(mirrors, 'docker.io/library/');
  // A bare digest may be that of any variant, and the variants of these differ in their user.
  if (reference.tag === undefined && reference.digest !== undefined && variantsDiffer.test(name)) return unknown;
  const tag = reference.tag ?? 'latest';
  return (
    baseImages.find((entry) => entry.name.test(name) && (entry.tag === undefined || entry.tag.test(tag)))?.base ??
    unknown
  );
}

/**
 * What the table knows of the official image of the same name, for an image of which it knows nothing: a mirror, or one that is built alike.
 * @returns undefined where that tells nothing of who starts it.
 */
export function namesakeOf(reference: ImageReference): BaseImage | undefined {
  if (baseImageOf(reference).user !== 'unknown') return undefined;
  const official = baseImageOf(parseImageReference(`${reference.name}:${reference.tag ?? 'latest'}`));
  return official.user === 'drops' || official.needs !== undefined ? official : undefined;
}

/** @returns the tag of the smaller variant of the same version; undefined when it is one, or none is known. */
export function slimTagOf(reference: ImageReference): string | undefined {
  const order = slimImages.get(reference.name);
  if (fullName(reference) !== `docker.io/library/${reference.name}` || order === undefined) return undefined;
  const match = slimmableTag.exec(reference.tag ?? '');
  if (match === null) return undefined;
  const [, version, behind, alone] = match;
  const release = behind ?? alone;
  const parts = order === 'slim-release' ? [version, 'slim', release] : [version, release, 'slim'];
  return parts.filter((part) => part !== undefined).join('-');
}
