import { files } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import type { PatchFact } from '../../facts/kinds/kustomization.ts';
import { isFor, isOf, PatchedObjects } from '../../facts/questions/patched-objects.ts';

export default defineRule({
  id: 'dangling-patch',
  subject: 'workspace',
  reads: ['kustomization', 'object'],
  severity: 'medium',
  profile: 'strict',
  tags: ['reliability'],
  title: 'Patch of a kustomization is for no object',
  why: 'Kustomize passes over a patch whose target matches nothing, so that what it hardens stays as it was; without a target the build fails.',
  remedy: 'Write the kind and the name of an object that the kustomization takes in.',
  ignoreWhen: 'The patch is for an object that only some of the overlays have.',
  examples: {
    bad: [
      files`
        === overlay/kustomization.yaml
        resources:
          - settings.yaml
        patches:
          - target:
              kind: ConfigMap
              name: wbe
            patch: |-
              - op: add
                path: /data
                value: {color: blue}
        === overlay/settings.yaml
        ConfigMap shop/web
      `,
      files`
        === overlay/kustomization.yaml
        resources:
          - settings.yaml
        patches:
          - path: patch.yaml
        === overlay/patch.yaml
        apiVersion: v1
        kind: Secret
        metadata:
          name: web
        === overlay/settings.yaml
        ConfigMap shop/web
      `,
    ],
    good: [
      files`
        === overlay/kustomization.yaml
        resources:
          - settings.yaml
        patches:
          - target:
              kind: ConfigMap
              name: web
            patch: |-
              - op: add
                path: /data
                value: {color: blue}
        === overlay/settings.yaml
        ConfigMap shop/web
      `,
      files`
        === overlay/kustomization.yaml
        resources:
          - settings.yaml
        patches:
          - path: patch.yaml
        === overlay/patch.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        === overlay/settings.yaml
        ConfigMap shop/web
      `,
    ],
  },

  check(facts, report) {
    const known = new PatchedObjects(facts);
    for (const kustomization of facts.byKind.kustomization) {
      if (kustomization.patches.length === 0) continue;
      const taken = known.takenBy(kustomization);
      if (taken === undefined) continue;
      const { objects, generated, renames } = taken;
      const made = generated.flatMap((name) => ['ConfigMap', 'Secret'].map((kind) => ({ kind, name })));
      for (const patch of kustomization.patches) {
        const { target, place } = patch;
        if (target !== undefined) {
          const isAny = [...objects, ...made].some((object) => isFor(target, object, renames));
          if (!isAny) report(kustomization, `Patches nothing: no object is ${described(target)}.`, { place });
          continue;
        }
        for (const part of partsOf(patch, known)) {
          const isMade = made.some(({ kind, name }) => kind === part.kind && part.name.includes(name));
          if (part.kind === '' || part.name === '' || isMade) continue;
          if (!objects.some((object) => isOf(part, object, renames)))
            report(kustomization, `Patches nothing: no object is ${described(part)}.`, { place });
        }
      }
    }
  },
});

const partsOf = (
  { file, parts }: PatchFact,
  known: PatchedObjects,
): readonly { readonly kind: string; readonly name: string }[] => (file === undefined ? parts : known.in(file));

const described = ({
  kind = '',
  name = '',
}: {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
}): string => [kind, name].filter((part) => part !== '').join(' ') || 'what its target asks for';
