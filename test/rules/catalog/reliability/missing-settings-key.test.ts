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
