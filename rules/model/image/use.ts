/** An image as a container or a Dockerfile names it: the reference, where it stands, and how to change it. */
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/source.ts';
import type { Change } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';
import type { Instruction } from '../dockerfile/instruction.ts';
import type { Stage } from '../dockerfile/stage.ts';
import type { Container } from '../kubernetes/container.ts';
import { type ImageReference, parseImageReference } from './reference.ts';

/** An image and where it is named. */
export interface ImageUse {
  readonly reference: ImageReference;
  /** As written, variables resolved. */
  readonly text: string;
  readonly where: 'container' | 'volume' | 'service' | 'from' | 'copy-from' | 'mount-from';
  readonly container?: Container;
  readonly instruction?: Instruction;
  readonly stage?: Stage;
  readonly anchor: Span;
  readonly path: string;
  /** The change that puts another reference there; undefined where the text is not written in this one place. */
  replacement(text: string): { readonly changes?: readonly Change[]; readonly edits?: readonly TextEdit[] } | undefined;
}

/** @param owner the container that runs it, or the kind of place that names it. @param text what it says with its variables put in. */
export function imageOfField(
  field: Field,
  owner: Container | 'service' | 'volume',
  text = field.string,
): ImageUse | undefined {
  if (text === undefined || text === '') return undefined;
  return {
    reference: parseImageReference(text),
    text,
    ...(typeof owner === 'string' ? { where: owner } : { where: 'container', container: owner }),
    anchor: field.anchor,
    path: field.path,
    replacement: (to) => (text === field.string ? { changes: [field.set(to)] } : undefined),
  };
}
