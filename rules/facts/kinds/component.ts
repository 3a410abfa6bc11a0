/** Components of the control plane that run as pods. */

import { componentsOf } from '../../model/kubernetes/component.ts';
import type { Fact, FactSource } from '../fact.ts';

/** A component of the control plane, and whose certificates it accepts. */
export interface ComponentFact extends Fact {
  readonly component: string;
  /** Path of the file with the authorities of its clients. */
  readonly clientAuthorities: string;
}

/** The flag that names whose certificates a component accepts. */
const authorities: ReadonlyMap<string, string> = new Map([
  ['kube-apiserver', 'client-ca-file'],
  ['etcd', 'trusted-ca-file'],
]);

export const component: FactSource<ComponentFact> = {
  objects: {
    of: 'pods',
    extract: (resource) =>
      componentsOf(resource).flatMap(({ name, flags }) => {
        const found = flags?.get(authorities.get(name) ?? '');
        if (found === undefined) return [];
        return [
          { says: { component: name, clientAuthorities: found.value }, places: { authorities: found.field.anchor } },
        ];
      }),
  },
};
