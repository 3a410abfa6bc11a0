/** The digest that a tag stood for when it was scanned, by the scanner's own answer. Asks nobody. */
import { parseImageReference } from '../../rules/model/image/reference.ts';
import type { ImageReport } from './report.ts';

/**
 * An engine knows one image by the names of several repositories; a digest is of use in its own alone.
 * @param reference of the image that was scanned. @returns each `sha256:...` of its repository.
 */
export function digestsIn({ named = [] }: ImageReport, reference: string): readonly string[] {
  const { registry, repository } = parseImageReference(reference);
  const own = named
    .map(parseImageReference)
    .filter((one) => one.registry === registry && one.repository === repository);
  return [...new Set(own.flatMap(({ digest }) => digest ?? []))];
}

/** @returns what a reference without a digest can be pinned to; undefined where the answer names none, or several. */
export function pinOf(report: ImageReport, reference: string): string | undefined {
  const digests = digestsIn(report, reference);
  return digests.length === 1 ? digests[0] : undefined;
}
