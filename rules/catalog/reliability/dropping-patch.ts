import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { FactPlace } from '../../facts/fact.ts';
import type { ObjectFact } from '../../facts/kinds/object.ts';
import { isFor, isOf, PatchedObjects } from '../../facts/questions/patched-objects.ts';

export default defineRule({
  id: 'dropping-patch',
  subject: 'workspace',
  reads: ['kustomization', 'object'],
  severity: 'medium',
  profile: 'strict',
  tags: ['reliability'],
  title: 'Patch drops what the list of an object has',
  why: 'Kustomize merges few lists by a key and replaces all others: an item that the base has and the patch lacks is gone without a word.',
  remedy: 'Repeat the items of the base in the patch, or add yours with a JSON patch (`op: add`, `path: …/-`).',
  ignoreWhen: 'The patch means to replace the whole list.',
  examples: {
    bad: [
      files`
        === overlay/kustomization.yaml
        resources:
          - binding.yaml
        patches:
          - path: patch.yaml
        === overlay/patch.yaml
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        subjects:
          - kind: ServiceAccount
            name: api
        === overlay/binding.yaml
        RoleBinding shop/web
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
          subjects:
            - kind: ServiceAccount
              name: web
      `,
      files`
        === overlay/kustomization.yaml
        resources:
          - binding.yaml
        patches:
          - patch: |
              apiVersion: rbac.authorization.k8s.io/v1
              kind: RoleBinding
              metadata:
                name: web
              subjects:
                - {kind: ServiceAccount, name: api}
        === overlay/binding.yaml
        RoleBinding shop/web
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
          subjects:
            - kind: ServiceAccount
              name: web
      `,
    ],
    good: [
      files`
        === overlay/kustomization.yaml
        resources:
          - binding.yaml
        patches:
          - path: patch.yaml
        === overlay/patch.yaml
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: web
        subjects:
          - kind: ServiceAccount
            name: web
          - kind: ServiceAccount
            name: api
        === overlay/binding.yaml
        RoleBinding shop/web
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
          subjects:
            - kind: ServiceAccount
              name: web
      `,
      files`
        === overlay/kustomization.yaml
        resources:
          - binding.yaml
        patches:
          - patch: |
              apiVersion: rbac.authorization.k8s.io/v1
              kind: RoleBinding
              metadata:
                name: web
              subjects:
                - {kind: ServiceAccount, name: web}
                - {kind: ServiceAccount, name: api}
        === overlay/binding.yaml
        RoleBinding shop/web
          roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
          subjects:
            - kind: ServiceAccount
              name: web
      `,
    ],
  },

  check(facts, report) {
    const known = new PatchedObjects(facts);
    const told = new Set<string>();
    for (const kustomization of facts.byKind.kustomization) {
      const taken = kustomization.patches.length === 0 ? undefined : known.takenBy(kustomization);
      if (taken === undefined) continue;
      for (const { file, parts, target } of kustomization.patches) {
        const written: readonly Written[] =
          file === undefined
            ? parts.map((part) => ({
                ...part,
                at: (path) => ({ fact: kustomization, place: part.places[path] ?? 'name' }),
              }))
            : known.in(file).map((fact) => ({ ...fact, at: (path) => ({ fact, place: path }) }));
        for (const part of written) {
          const meant = taken.objects.filter((object) =>
            target === undefined ? isOf(part, object, taken.renames) : isFor(target, object, false),
          );
          const [base, other] = meant;
          if (base === undefined || other !== undefined) continue;
          for (const { path, missing } of droppedFrom(base, part)) {
            const { fact, place } = part.at(path);
            const key = `${fact.ref.file} ${fact.ref.ordinal} ${place}`;
            if (told.has(key)) continue;
            told.add(key);
            const list = path.split('.').at(-1) ?? path;
            const of = missing === 1 ? 'an item' : `${missing} items`;
            report(fact, `Drops ${of} of ${list} that ${base.kind} ${base.name} has.`, {
              place,
              related: [{ fact: base, place: path, message: 'The list that is replaced.' }],
            });
          }
        }
      }
    }
  },
});

/** A patch, and where its lists stand. */
interface Written {
  readonly kind: string;
  readonly name: string;
  readonly lists: ObjectFact['lists'];
  readonly at: (path: string) => FactPlace;
}

/** Lists that have something in both, with how many items of the base the patch does not have. */
function droppedFrom(
  base: ObjectFact,
  { lists }: Written,
): readonly { readonly path: string; readonly missing: number }[] {
  return Object.entries(lists).flatMap(([path, items]) => {
    const missing = (base.lists[path] ?? []).filter((item) => !items.includes(item)).length;
    return missing === 0 || items.length === 0 ? [] : [{ path, missing }];
  });
}
