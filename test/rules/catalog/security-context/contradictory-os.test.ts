import rule from '../../../../rules/catalog/security-context/contradictory-os.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('both ways, on the pod and on containers')(pod`
    os:
      name: windows
    hostPID: true
    #<------ contradictory-os 💡
    securityContext:
      fsGroup: 1000
    # ^^^^^^^ contradictory-os 💡
      runAsNonRoot: true
    containers:
      - name: web
        image: mcr.microsoft.com/windows/nanoserver:ltsc2025
        securityContext:
          readOnlyRootFilesystem: true
    #     ^^^^^^^^^^^^^^^^^^^^^^ contradictory-os 💡
  `);

  fix('takes it away')(pod`
      os:
        name: linux
      securityContext:
    -   windowsOptions:
    -     hostProcess: false
        runAsNonRoot: true
      containers:
        - name: web
          image: nginx:1.29
  `);

  clean('no system is named, or one that is not known')(pod`
    securityContext:
      windowsOptions:
        hostProcess: false
      fsGroup: 1000
  `);
});
