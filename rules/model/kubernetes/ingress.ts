/** Annotations of ingress-nginx. Source: its documentation, "Annotations". */
import type { Field } from '../../yaml/field.ts';
import type { Resource } from './resource.ts';

/** Annotations that hold configuration of nginx as text. */
export function snippetsOf(resource: Resource): readonly Field[] {
  if (!resource.is('Ingress')) return [];
  return resource
    .at('metadata', 'annotations')
    .entries.flatMap(([key, value]) => (/^nginx\.ingress\.kubernetes\.io\/[a-z-]*snippet$/.test(key) ? [value] : []));
}
