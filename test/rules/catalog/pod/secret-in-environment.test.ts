import rule from '../../../../rules/catalog/pod/secret-in-environment.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'one key, and all',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          env:
            - name: KEY
      #             ^^^ secret-in-environment
              valueFrom:
                secretKeyRef:
                  name: api
                  key: key
          envFrom:
            - secretRef:
                name: api
      #               ^^^ secret-in-environment
    `,
  );

  clean(
    'configuration',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          env:
            - name: A
              value: b
          envFrom:
            - configMapRef:
                name: api
    `,
  );
});
