/** What is asked of a securityContext as a whole. */
import type { Field } from '../../yaml/field.ts';
import { fieldType } from './schema.ts';

/**
 * Surely nothing is set in it: it is not written, null, an empty map, or one of keys that Kubernetes does not know and drops.
 * @param type of the context, as the field table names it.
 */
export function isUnset(field: Field, type: 'PodSecurityContext' | 'SecurityContext'): boolean {
  if (field.missing) return true;
  return field.isMap && field.keys.every((key) => fieldType(type, key) === undefined) && field.at('runAsUser').missing;
}
