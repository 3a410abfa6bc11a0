import rule from '../../../../rules/catalog/reliability/dangling-patch.ts';
import { files, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in every way to write one')(files`
    === base/kustomization.yaml
    resources:
      - settings.yaml
    patchesStrategicMerge:
      - |-
    #   ^^ dangling-patch "Patches nothing: no object is ConfigMap wbe"
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: wbe}
    patchesJson6902:
      - target: {version: v1, kind: Secret, name: web}
    #   ^^^^^^ dangling-patch "no object is Secret web"
        path: patch.json
    patches:
      - path: patch.yaml
    #         ^^^^^^^^^^ dangling-patch "no object is ConfigMap wab"
      - target: {kind: Deployment, labelSelector: app=web}
    #   ^^^^^^ dangling-patch "no object is Deployment"
        path: other.yaml
    === base/patch.yaml
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: wab}
    === base/settings.yaml
    ConfigMap shop/web
  `);

  clean('for what is renamed, made or matched by an expression')(files`
    === over/kustomization.yaml
    resources:
      - ../base
    patches:
      - patch: |-
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: p-web}
      - patch: |-
          apiVersion: v1
          kind: Secret
          metadata: {name: keys}
      - target: {kind: "ConfigMap|Secret", name: "w.*"}
        patch: '[{"op": "remove", "path": "/data"}]'
    === base/kustomization.yaml
    namePrefix: p-
    resources:
      - settings.yaml
    secretGenerator:
      - name: keys
        literals: [a=changeme]
    === base/settings.yaml
    ConfigMap shop/web
  `);

  clean('where a part of what it takes in is not here')(files`
    === base/kustomization.yaml
    resources:
      - settings.yaml
      - https://example.com/more.yaml
    patches:
      - target: {kind: Deployment}
        path: patch.yaml
    === base/patch.yaml
    - op: remove
      path: /spec
    === base/settings.yaml
    ConfigMap shop/web
  `);

  clean('in a component, which patches what others have')(files`
    === base/kustomization.yaml
    apiVersion: kustomize.config.k8s.io/v1alpha1
    kind: Component
    patches:
      - target: {kind: Deployment}
        patch: '[{"op": "remove", "path": "/spec"}]'
    === base/settings.yaml
    ConfigMap shop/web
  `);
});
