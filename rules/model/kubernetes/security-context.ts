/** What is asked of a securityContext as a whole. */
import type { Field } from '../../yaml/field.ts';

/** Surely nothing is set in it: it is not written, null, or an empty map. */
export function isUnset(field: Field): boolean {
  return field.missing || (field.isMap && field.keys.length === 0 && field.at('runAsUser').missing);
}
