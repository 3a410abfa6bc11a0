import rule from '../../../../rules/catalog/reliability/missing-settings.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in every way that a variable can come from it')(objects`
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          envFrom:
            - secretRef:
                name: api
    #                 ^^^ missing-settings
            - configMapRef:
                name: web
          env:
            - name: A
              valueFrom:
                configMapKeyRef:
                  name: other
    #                   ^^^^^ missing-settings
                  key: a
    ConfigMap shop/web
      data:
        color: blue
  `);

  check('in another namespace it does not count')(objects`
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          envFrom:
            - configMapRef:
                name: web
    #                 ^^^ missing-settings
    ConfigMap else/web
      data:
        color: blue
  `);

  clean('what another object leaves behind')(objects`
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          envFrom:
            - secretRef:
                name: api
    ExternalSecret.external-secrets.io/v1 shop/vault
      target:
        name: api
  `);

  clean('names that are filled in')(objects`
    Pod shop/web
      containers:
        - name: web
          image: nginx:1.29
          envFrom:
            - secretRef:
                name: {{ .Values.secret }}
  `);
});
