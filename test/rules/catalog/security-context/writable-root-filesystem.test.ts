import rule from '../../../../rules/catalog/security-context/writable-root-filesystem.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('absence and an explicit false')(pod`
    containers:
      - name: web
    #         ^^^ writable-root-filesystem 💡
        image: nginx:1.29
      - name: log
        image: fluent-bit:4.1
        securityContext:
          readOnlyRootFilesystem: false
    #                             ^^^^^ writable-root-filesystem 💡
  `);

  clean('Windows containers cannot have one')(pod`
    os:
      name: windows
    containers:
      - name: iis
        image: mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022
  `);

  fix('keeps a place to write', { title: /emptyDir/ })(pod`
      containers:
        - name: web
          image: nginx:1.29
    +     securityContext:
    +       readOnlyRootFilesystem: true
    +     volumeMounts:
    +       - name: tmp
    +         mountPath: /tmp
    + volumes:
    +   - name: tmp
    +     emptyDir: {}
  `);
});
