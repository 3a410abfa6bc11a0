import rule from '../../../../rules/catalog/security-context/privilege-escalation.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('absence means true, in every role of container')(pod`
    initContainers:
      - name: init
      #       ^^^^ privilege-escalation 💡 "May escalate privileges: allowPrivilegeEscalation of container init is not false"
        image: busybox:1.37
    containers:
      - name: web
      #       ^^^ privilege-escalation 💡
        image: nginx:1.29
    ephemeralContainers:
      - name: debug
      #       ^^^^^ privilege-escalation 💡
        image: busybox:1.37
  `);

  check('a pod-level value does not exist for this field')(pod`
    securityContext:
      allowPrivilegeEscalation: false
    containers:
      - name: web
      #       ^^^ privilege-escalation 💡
        image: nginx:1.29
  `);

  check('an explicit true is shown where it stands')(container`
    securityContext:
      allowPrivilegeEscalation: yes
      #                         ^^^ privilege-escalation 💡 "Allows privilege escalation: container web"
  `);

  clean('unknown values are not judged')(container`
    securityContext:
      allowPrivilegeEscalation: {{ .Values.escalation }}
  `);

  clean('a container without an image is still being typed')(pod`
    containers:
      - name: web
  `);

  fix('writes the block that is missing')(pod`
      containers:
        - name: web # the shop
          image: nginx:1.29
    +     securityContext:
    +       allowPrivilegeEscalation: false
        - name: log
          image: fluent-bit:4.1
  `);

  refuses(
    'beside privileged, which the API server would reject',
    /privileged/,
  )(container`
    securityContext:
      privileged: true
  `);
});
