import rule from '../../../../rules/catalog/pod/secret-in-environment.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('one key, and all')(container`
    env:
      - name: KEY
    #         ^^^ secret-in-environment
        valueFrom:
          secretKeyRef:
            name: api
            key: key
    envFrom:
      - secretRef:
          name: api
    #           ^^^ secret-in-environment
  `);

  clean('configuration')(container`
    env:
      - name: A
        value: b
    envFrom:
      - configMapRef:
          name: api
  `);
});
