import rule from '../../../../rules/catalog/service-account/token-without-audience.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean }) => {
  clean('an audience, even one that is filled in later')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: token
        projected:
          sources:
            - serviceAccountToken:
                path: token
                audience: "{{ .Values.audience }}"
  `);
});
