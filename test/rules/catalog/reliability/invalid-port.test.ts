import rule from '../../../../rules/catalog/reliability/invalid-port.ts';
import { container, objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('names and numbers')(container`
    ports:
      - name: n234567890123456
    #         ^^^^^^^^^^^^^^^^ invalid-port
        containerPort: 123456
    #                  ^^^^^^ invalid-port
      - name: '8080'
    #         ^^^^^^ invalid-port
        containerPort: 8080
  `);

  clean('names and numbers of ports')(objects`
    Service shop/web app=web
      ports:
        - port: 80
          targetPort: n-3456789012345
        - port: 81
          targetPort: 1
        - port: 82
          targetPort: {{ .Values.port }}
  `);
});
