/** The images that a file names, with their places in it. */
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { NamedImageFact } from '../../rules/facts/kinds/named-image.ts';
import { type NamedImage, namedImages } from '../../rules/facts/questions/images.ts';
import { type ImageReference, parseImageReference } from '../../rules/model/image/reference.ts';
import type { Span } from '../../rules/text/source.ts';

/** An image at a place of a file. */
export interface PlacedImage {
  readonly fact: NamedImageFact;
  readonly span: Span;
}

/** Whether an offset is in a span, or at its end. */
export const isAt = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The reference of a fact. */
export const parsed = ({ image }: Pick<NamedImageFact, 'image'>): ImageReference => parseImageReference(image);

/** The images that a file names, in the order of its facts. */
export function imagesIn(workspace: Workspace, path: string): readonly PlacedImage[] {
  return workspace.facts(path).byKind['named-image'].flatMap((fact) => {
    if (fact.ref.file !== path) return [];
    const at = workspace.locate(fact.ref, 'name');
    return at?.path === path ? [{ fact, span: at.span }] : [];
  });
}

/** The images that a file names, once each. @param offset of one; undefined for all. */
export function namedIn(workspace: Workspace, path: string, offset: number | undefined): readonly NamedImage[] {
  const wanted = new Set(
    imagesIn(workspace, path)
      .filter(({ span }) => offset === undefined || isAt(span, offset))
      .map(({ fact }) => fact),
  );
  return namedImages(workspace.facts(path)).filter(({ uses }) => uses.some((use) => wanted.has(use)));
}

/** The images that all files of a folder name, once each. */
export const namedEverywhere = (workspace: Workspace): readonly NamedImage[] => namedImages(workspace.facts());
