import rule from '../../../../rules/catalog/host-access/host-pid.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('false, and what is not known')(pod`hostPID: {{ .Values.host }}`);

  fix('removes the line with the comment that speaks of it')(
    pod`
      # the shop
      hostPID: true # why
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
    `,
  );
});
