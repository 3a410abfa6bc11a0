/** Which references are handed to another program at all. They come from files of others, so that only what is well formed passes. */
import { parseImageReference } from '../../rules/model/image/reference.ts';

/** Why a reference is not handed on; undefined where it is. What begins with `-` would be taken for an option. */
export function referenceProblem(reference: string): string | undefined {
  if (!/^[A-Za-z0-9[][A-Za-z0-9._:/@+[\]-]*$/.test(reference)) return 'it has characters that no reference has';
  return parseImageReference(reference).problem;
}

/** Whether a platform may be handed on: `linux/arm64/v8`. */
export function isPlatform(platform: string): boolean {
  return /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform);
}
