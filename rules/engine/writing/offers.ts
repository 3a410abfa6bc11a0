/** What may be written at a place of a file, by what the file is. Reads the text alone. */
import { isComposeName, looksLikeCompose } from '../../model/compose/name.ts';
import { isDockerfileName } from '../../model/dockerfile/name.ts';
import { isKustomizationName } from '../../model/kustomize/kustomization.ts';
import type { FileInput } from '../analyse/source-file.ts';
import { dockerfileOffers } from './dockerfile.ts';
import { manifestOffers } from './manifest.ts';
import type { Offer } from './offer.ts';

/**
 * @param offset of the cursor, in the text.
 * @returns what a person who thinks of security would write there; empty where nothing is to be said, such as in values.
 */
export function offersAt({ path, text, languageId, inChart }: FileInput, offset: number): readonly Offer[] {
  if (isDockerfileName(path) || languageId === 'dockerfile') return dockerfileOffers(text, offset);
  const isOther = isComposeName(path) || isKustomizationName(path) || looksLikeCompose(text) || inChart === true;
  const isYaml = languageId === 'yaml' || (languageId === undefined && /\.ya?ml$/i.test(path));
  return isYaml && !isOther ? manifestOffers(text, offset) : [];
}
