import rule from '../../../../rules/catalog/host-access/shared-process-namespace.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('false, templates')(pod`shareProcessNamespace: {{ .Values.share }}`);

  fix('not shared')(
    pod`shareProcessNamespace: true`,
    pod`
      containers:
        - name: web
          image: nginx:1.29
    `,
  );
});
