import rule from '../../../../rules/catalog/reliability/missing-settings-key.ts';
import { files, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('of variables and of volumes')(objects`
    ConfigMap shop/web
      data:
        color: blue
    Secret shop/web
      stringData:
        token: changeme
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          env:
            - name: COLOR
              valueFrom:
                configMapKeyRef:
                  name: web
                  key: colour
    #                  ^^^^^^ missing-settings-key "Reads a key that does not exist: colour of ConfigMap web, for Pod web"
      volumes:
        - name: settings
          projected:
            sources:
              - secret:
                  name: web
                  items:
                    - key: tokens
    #                      ^^^^^^ missing-settings-key
                      path: token
  `);

  check('of what makes a Secret and lists its keys')(objects`
    SealedSecret.bitnami.com/v1alpha1 shop/sealed
      encryptedData: {password: AgB}
      template:
        metadata: {name: sealed}
        data: {user: shop}
    ExternalSecret.external-secrets.io/v1 shop/fetched
      data:
        - secretKey: password
          remoteRef: {key: shop}
    ExternalSecret.external-secrets.io/v1 shop/templated
      target:
        template:
          data: {address: x}
      data:
        - secretKey: password
          remoteRef: {key: shop}
    Pod shop/web
      volumes:
        - name: sealed-user
          secret:
            secretName: sealed
            items:
              - key: user
                path: a
        - name: sealed-token
          secret:
            secretName: sealed
            items:
              - key: token
    #                ^^^^^ missing-settings-key
                path: a
        - name: fetched-password
          secret:
            secretName: fetched
            items:
              - key: password
                path: a
        - name: fetched-token
          secret:
            secretName: fetched
            items:
              - key: token
    #                ^^^^^ missing-settings-key
                path: a
        - name: templated-address
          secret:
            secretName: templated
            items:
              - key: address
                path: a
        - name: templated-token
          secret:
            secretName: templated
            items:
              - key: token
    #                ^^^^^ missing-settings-key
                path: a
  `);

  clean('of what makes one and may add keys')(objects`
    SealedSecret.bitnami.com/v1alpha1 shop/patched
      encryptedData: {password: AgB}
      template:
        metadata:
          annotations: {sealedsecrets.bitnami.com/patch: "true"}
    ExternalSecret.external-secrets.io/v1 shop/all
      dataFrom: [{extract: {key: shop}}]
      data: [{secretKey: password, remoteRef: {key: shop}}]
    ExternalSecret.external-secrets.io/v1 shop/merged
      target: {creationPolicy: Merge}
      data: [{secretKey: password, remoteRef: {key: shop}}]
    ExternalSecret.external-secrets.io/v1 shop/from
      target: {template: {templateFrom: [{configMap: {name: a}}], data: {a: b}}}
      data: [{secretKey: password, remoteRef: {key: shop}}]
    ExternalSecret.external-secrets.io/v1 shop/both
      target: {template: {mergePolicy: Merge, data: {a: b}}}
      data: [{secretKey: password, remoteRef: {key: shop}}]
    Pod shop/web
      volumes:
        - name: patched-token
          secret:
            secretName: patched
            items:
              - key: token
                path: a
        - name: all-token
          secret:
            secretName: all
            items:
              - key: token
                path: a
        - name: merged-token
          secret:
            secretName: merged
            items:
              - key: token
                path: a
        - name: from-token
          secret:
            secretName: from
            items:
              - key: token
                path: a
        - name: both-password
          secret:
            secretName: both
            items:
              - key: password
                path: a
  `);

  clean('keys that are there, or may be filled in')(objects`
    ConfigMap shop/web
      data:
        color: blue
      binaryData:
        logo: AAAA
    Secret shop/account
      type: kubernetes.io/service-account-token
      data:
        extra: AAAA
    Secret shop/empty
      type: Opaque
    ExternalSecret.external-secrets.io/v1 shop/vault
      target:
        name: vault
    Pod shop/web
      volumes:
        - name: one
          configMap:
            name: web
            items:
              - key: logo
                path: logo
        - name: two
          secret:
            secretName: account
            items:
              - key: token
                path: token
        - name: three
          secret:
            secretName: empty
            items:
              - key: any
                path: any
        - name: four
          secret:
            secretName: vault
            items:
              - key: any
                path: any
        - name: five
          secret:
            secretName: elsewhere
            items:
              - key: any
                path: any
  `);

  clean('of another namespace, or made by a kustomization')(files`
    === kustomization.yaml
    resources: [web.yaml]
    configMapGenerator:
      - name: made
        literals: [color=blue]
    === web.yaml
    ConfigMap bank/web
      data:
        colour: blue
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          env:
            - name: COLOR
              valueFrom:
                configMapKeyRef:
                  name: web
                  key: color
            - name: MADE
              valueFrom:
                configMapKeyRef:
                  name: made
                  key: colour
  `);
});
