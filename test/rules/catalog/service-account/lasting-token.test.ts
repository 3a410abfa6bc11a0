import rule from '../../../../rules/catalog/service-account/lasting-token.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a year')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: token
        projected:
          sources:
            - serviceAccountToken:
                path: token
                expirationSeconds: 31536000
    #                              ^^^^^^^^ lasting-token 💡
  `);

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
