import rule from '../../../../rules/catalog/host-access/windows-host-process.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('on the pod, once, and on a container')(pod`
    hostNetwork: true
    securityContext:
      windowsOptions:
        hostProcess: true
    #                ^^^^ windows-host-process 💡 "Runs as a plain process of the Windows node: the pod"
    containers:
      - name: agent
        image: registry.example.com/agent:2.4
        securityContext:
          windowsOptions:
            hostProcess: true
    #                    ^^^^ windows-host-process 💡 "Runs as a plain process of the Windows node: container agent"
      - name: log
        image: fluent-bit:4.1
  `);

  clean('false')(pod`
    os: { name: windows }
    containers:
      - name: agent
        image: registry.example.com/agent:2.4
        securityContext:
          windowsOptions:
            hostProcess: false
  `);
});
