import rule from '../../../../rules/catalog/security-context/unmasked-proc-in-user-namespace.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('without a user namespace it is a matter of the baseline level')(pod`
    containers:
      - name: builder
        image: moby/buildkit:v0.25-rootless
        securityContext:
          procMount: Unmasked
  `);

  fix('takes the line away')(pod`
      hostUsers: false
      containers:
        - name: builder
          image: moby/buildkit:v0.25-rootless
          securityContext:
    -       procMount: Unmasked
            runAsNonRoot: true
  `);
});
