import rule from '../../../rules/workload/host-ipc.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'an explicit true',
    pod`
      hostIPC: true
      #        ^^^^ host-ipc 💡
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  clean(
    'false, and what is not known',
    pod`
      hostIPC: {{ .Values.host }}
      containers:
        - name: web
          image: nginx:1.29
    `,
  );

  fix(
    'takes the line away',
    pod`
      # the shop
      hostIPC: true # why
      containers:
        - name: web
          image: nginx:1.29
    `,
    pod`
      # the shop
      containers:
        - name: web
          image: nginx:1.29
    `,
  );
});
