/** The images view as data: which images and vulnerabilities are shown, and in which order. Knows neither the editor nor the server's state. */
import type { ListedImage, ListedVulnerability } from '../../server/protocol/images.ts';

/** Most severe first. */
export const levels = [
  'critical',
  'high',
  'medium',
  'low',
  'negligible',
  'unknown',
] as const satisfies readonly ListedVulnerability['severity'][];
export type Level = (typeof levels)[number];

/** The worst that is known of an image; undefined where nothing is. */
export function worstOf({ known }: ListedImage): Level | undefined {
  return levels.find((level) => (known?.bySeverity[level] ?? 0) > 0);
}

/** @param onlyFixable those with a fix alone. @returns the worst image first, then clean ones, then those that nobody scanned. */
export function shownImages(images: readonly ListedImage[], onlyFixable: boolean): readonly ListedImage[] {
  const rank = (image: ListedImage): readonly number[] => {
    const worst = worstOf(image);
    if (image.known === undefined) return [levels.length + 1];
    if (worst === undefined) return [levels.length];
    return [levels.indexOf(worst), -image.known.bySeverity[worst]];
  };
  return images
    .filter(({ known }) => !onlyFixable || (known?.fixable ?? 0) > 0)
    .sort((a, b) => compare(rank(a), rank(b)) || (a.image < b.image ? -1 : a.image > b.image ? 1 : 0));
}

/** @returns those that are shown, in the order in which they were told. */
export function shownVulnerabilities(
  vulnerabilities: readonly ListedVulnerability[],
  onlyFixable: boolean,
): readonly ListedVulnerability[] {
  return vulnerabilities.filter(({ fixed }) => !onlyFixable || fixed !== '');
}

/** Name and tag of a reference, and where it lies: what tells images apart comes first, since side bars are narrow. */
export function partsOf(image: string): { readonly label: string; readonly path: string } {
  const [name = '', digest] = image.split('@');
  const at = name.lastIndexOf('/');
  const short = digest === undefined ? '' : `@${digest.slice(0, 'sha256:'.length + 8)}`;
  return { label: `${name.slice(at + 1)}${short}`, path: name.slice(0, Math.max(at, 0)) };
}

/** Counts in words: `1 critical, 2 low`. @param nameOf a level in the editor's language. */
export function countsText({ known }: ListedImage, nameOf: (level: Level) => string): string {
  return levels
    .flatMap((level) => {
      const count = known?.bySeverity[level] ?? 0;
      return count === 0 ? [] : `${count} ${nameOf(level)}`;
    })
    .join(', ');
}

function compare(a: readonly number[], b: readonly number[]): number {
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}
