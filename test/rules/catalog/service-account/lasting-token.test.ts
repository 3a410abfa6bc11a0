import rule from '../../../../rules/catalog/service-account/lasting-token.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('an hour, a day')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: token
        projected:
          sources:
            - serviceAccountToken:
                path: token
                expirationSeconds: 86400
  `);

  fix('an hour')(pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: token
          projected:
            sources:
              - serviceAccountToken:
                  path: token
    -             expirationSeconds: 604800
    +             expirationSeconds: 3600
  `);
});
