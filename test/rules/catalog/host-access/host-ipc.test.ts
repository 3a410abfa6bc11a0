import rule from '../../../../rules/catalog/host-access/host-ipc.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('false, and what is not known')(pod`hostIPC: {{ .Values.host }}`);

  fix('removes the line with the comment that speaks of it')(
    pod`
      # the shop
      hostIPC: true # why
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
    `,
  );
});
