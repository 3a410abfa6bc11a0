import rule from '../../../../rules/catalog/security-context/contradictory-host-users.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each namespace')(pod`
    hostUsers: false
    hostNetwork: true
    #            ^^^^ contradictory-host-users 💡
    hostPID: true
    #        ^^^^ contradictory-host-users 💡
    hostIPC: true
    #        ^^^^ contradictory-host-users 💡
  `);

  clean('shared on purpose')(pod`
    hostNetwork: true
    hostPID: true
  `);

  fix('takes it away')(pod`
      hostUsers: false
    - hostIPC: true
      containers:
        - name: web
          image: nginx:1.29
  `);
});
