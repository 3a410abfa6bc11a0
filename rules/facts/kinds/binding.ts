/** Bindings: who is given which role. */

import type { Fact, FactSource } from '../fact.ts';

export interface BindingFact extends Fact {
  readonly roleKind: string | undefined;
  readonly roleName: string | undefined;
  /** Kubernetes itself creates and keeps it. */
  readonly isDefault: boolean;
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
      const { roleKind, roleName, roleRef, isDefault } = found;
      const subjects = found.subjects.map(({ kind, name, namespace }) => ({ kind, name, namespace }));
      const places = found.subjects.map(({ field }, i) => [`subject${i}`, field.at('name').anchor] as const);
      return [
        {
          says: { roleKind, roleName, isDefault, subjects },
          places: { roleRef: roleRef.at('name').anchor, ...Object.fromEntries(places) },
        },
      ];
    },
  },
};
