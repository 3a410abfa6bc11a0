/**
 * Which layers of an image are those of the image that it is built on, by its history. Source: Trivy's `GuessBaseImageIndex` (pkg/fanal/image): what is
 * built ends with layers of its own, and the last CMD before them ended the base.
 */
import { listOf, objectOf, textOf, textsOf } from './answer.ts';

/** @param config of the OCI image. @returns `diff_id`s of the base; undefined where the history does not tell. */
export function baseLayers(config: unknown): ReadonlySet<string> | undefined {
  const history = listOf(objectOf(config)['history']).map(objectOf);
  const diffs = textsOf(objectOf(objectOf(config)['rootfs'])['diff_ids']);
  const isEmpty = (at: number): boolean => history[at]?.['empty_layer'] === true;
  const filled = history.filter((_, at) => !isEmpty(at)).length;
  // A history that does not fit its layers says nothing of any.
  if (filled !== diffs.length) return undefined;
  let last = history.length - 1;
  while (last >= 0 && isEmpty(last)) last--;
  for (let at = last - 1; at >= 0; at--) {
    if (!isEmpty(at) || !/^(?:\/bin\/sh -c #\(nop\) {2})?CMD\b/.test(textOf(history[at]?.['created_by']) ?? ''))
      continue;
    return new Set(diffs.slice(0, history.slice(0, at).filter((_, i) => !isEmpty(i)).length));
  }
  return undefined;
}

/** What a vulnerability says of where it comes from. */
export function fromOf(
  layer: string | undefined,
  base: ReadonlySet<string> | undefined,
): { readonly from?: 'base' | 'own' } {
  if (layer === undefined || base === undefined) return {};
  return { from: base.has(layer) ? 'base' : 'own' };
}
