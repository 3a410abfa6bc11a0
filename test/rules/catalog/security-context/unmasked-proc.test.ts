import rule from '../../../../rules/catalog/security-context/unmasked-proc.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, fix }) => {
  check('in a user namespace too, before 1.35', { kubernetes: 34 })(pod`
    hostUsers: false
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          procMount: Unmasked
    #                ^^^^^^^^ unmasked-proc 💡
  `);

  fix('takes the line away')(container`
      securityContext:
    -   procMount: Unmasked
        runAsNonRoot: true
  `);
});
