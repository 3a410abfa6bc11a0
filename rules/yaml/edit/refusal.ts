/** Why a change is refused that may not be made where it was asked for. */
import type { Refusal } from '../change.ts';
import type { Field } from '../field.ts';
import { isExplicitKey } from '../layout.ts';

/** Thrown while changes are planned. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refused: string) {
    super();
    this.refusal = { refused };
  }
}

/** @throws Refused where an edit at this very node would reach further than it, or is one of a form that is not edited. */
export function assertEditable(field: Field): void {
  for (let at: Field | undefined = field; at !== undefined; at = at.parent) {
    if (at.origin === 'alias')
      throw new Refused(
        'The value comes from a YAML anchor, so changing it here would change every place that uses it.',
      );
    if (at.origin === 'merge')
      throw new Refused('The value comes from a merge key (<<), so it has to be changed where it is written.');
    if (at.state === 'templated') throw new Refused('The value is a template; only its author knows what it becomes.');
    if (at.node !== undefined && at.document.shared.has(at.node)) {
      throw new Refused('The value has a YAML anchor that other places use; changing it here would change them too.');
    }
  }
  for (let at: Field | undefined = field; at !== undefined; at = at.parent)
    if (at.pair !== undefined && isExplicitKey(field.document.text, at.pair))
      throw new Refused('The key is written in the "? key" form, which is not edited.');
  if (field.node?.tag !== undefined) throw new Refused('The value has a tag, which is not edited.');
}
