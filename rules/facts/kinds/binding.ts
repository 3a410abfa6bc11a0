/** Bindings: who is given which role. */

import type { Fact, FactSource } from '../fact.ts';

export interface BindingFact extends Fact {
  readonly roleKind: string | undefined;
  readonly roleName: string | undefined;
  readonly subjects: readonly {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string | undefined;
  }[];
}

export const binding: FactSource<BindingFact> = {
  objects: {
    of: ['RoleBinding', 'ClusterRoleBinding'],
    extract(resource) {
      const found = resource.binding;
      if (found === undefined) return [];
      const { roleKind, roleName, roleRef } = found;
      const subjects = found.subjects.map(({ kind, name, namespace }) => ({ kind, name, namespace }));
      return [{ says: { roleKind, roleName, subjects }, places: { roleRef: roleRef.at('name').anchor } }];
    },
  },
};
