/** What other tools get wrong in the security contexts of pods and containers. */
import { pod, yaml } from '../../../rules/contract/example.ts';
import { container, type Defect } from './defect.ts';

const notRoot = ['running-as-root', 'root-uid'];

export const securityContexts: readonly Defect[] = [
  {
    tool: 'trivy',
    says: 'KSV-0012 skips the containers once the pod says runAsNonRoot',
    text: container(
      '      securityContext:\n        runAsNonRoot: false\n',
      '  securityContext:\n    runAsNonRoot: true\n',
    ),
    found: ['running-as-root'],
  },
  {
    tool: 'monokle',
    says: 'PSS203 ignores what the pod says',
    text: container('', '  securityContext:\n    runAsNonRoot: true\n'),
    quiet: notRoot,
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_23 lets user 0 pass below a pod with runAsNonRoot, and skips init containers',
    text: container('      securityContext:\n        runAsUser: 0\n', '  securityContext:\n    runAsNonRoot: true\n'),
    found: ['contradictory-user'],
  },
  {
    tool: 'kubeaudit',
    says: 'a runAsUser above 0 hides runAsNonRoot: false beside it',
    text: container('      securityContext:\n        runAsUser: 1000\n        runAsNonRoot: false\n'),
    found: ['running-as-root'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_31 rejects a profile of the node',
    text: container(
      '      securityContext:\n        seccompProfile:\n          type: Localhost\n          localhostProfile: web.json\n',
    ),
    quiet: ['seccomp-unset', 'seccomp-unconfined'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_31 looks at the pod first, so that a container may be unconfined',
    text: container(
      '      securityContext:\n        seccompProfile:\n          type: Unconfined\n',
      '  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n',
    ),
    found: ['seccomp-unconfined'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_31 never looks at the containers of a CronJob',
    text: yaml`
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: web
      spec:
        schedule: "0 * * * *"
        jobTemplate:
          spec:
            template:
              spec:
                containers:
                  - name: web
                    image: nginx:1.29
                    securityContext:
                      seccompProfile:
                        type: Unconfined
    `,
    found: ['seccomp-unconfined'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_38 asks every pod, even where the account mounts no token',
    text: yaml`
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        namespace: shop
      automountServiceAccountToken: false
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        containers:
          - name: web
            image: nginx:1.29
    `,
    quiet: ['automounted-token'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0036 says nothing of a pod that has the token by default',
    text: container(''),
    found: ['automounted-token'],
  },
  {
    tool: 'kube-score',
    says: 'init containers are not looked at, as by Kubescape C-0016 and checkov CKV_K8S_40',
    text: pod`
      initContainers:
        - name: setup
          image: busybox:1.37
          securityContext:
            allowPrivilegeEscalation: true
            seccompProfile:
              type: Unconfined
          ports:
            - containerPort: 80
              hostPort: 80
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            allowPrivilegeEscalation: false
            seccompProfile:
              type: RuntimeDefault
    `,
    found: ['privilege-escalation', 'seccomp-unconfined', 'host-port'],
  },
  {
    tool: 'trivy',
    says: 'the profile of AppArmor is not taken over from the pod',
    text: container(
      '      securityContext:\n        appArmorProfile:\n          type: Unconfined\n',
      '  securityContext:\n    appArmorProfile:\n      type: RuntimeDefault\n',
    ),
    found: ['apparmor-unconfined'],
  },
  {
    tool: 'polaris',
    says: 'fields of containers count on the pod, where Kubernetes drops them',
    text: container('', '  securityContext:\n    readOnlyRootFilesystem: true\n'),
    found: ['misplaced-field', 'writable-root-filesystem'],
  },
  {
    tool: 'kubeaudit',
    says: 'privileged has to be written, though it is false by default',
    text: container(''),
    quiet: ['privileged-container'],
  },
  {
    tool: 'checkov',
    says: 'ephemeral containers are not looked at',
    text: pod`
      containers:
        - name: web
          image: nginx:1.29
      ephemeralContainers:
        - name: debug
          image: busybox:1.37
          securityContext:
            privileged: true
    `,
    found: ['privileged-container'],
  },
  {
    tool: 'every linter',
    says: 'asks a pod for Windows for what only Linux has',
    text: pod`
      os:
        name: windows
      containers:
        - name: web
          image: mcr.microsoft.com/windows/nanoserver:ltsc2025
    `,
    found: ['running-as-root'],
    quiet: ['privilege-escalation', 'undropped-capabilities', 'seccomp-unset', 'writable-root-filesystem'],
  },
  {
    tool: 'every linter but checkov',
    says: 'does not know hostUsers: false, with which root inside is nobody outside',
    text: pod`
      hostUsers: false
      containers:
        - name: web
          image: nginx:1.29
          securityContext:
            runAsUser: 0
    `,
    quiet: notRoot,
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_37, trivy and kubeaudit take `all` for ALL; Kubernetes does not',
    text: container('      securityContext:\n        capabilities:\n          drop: [all]\n'),
    found: ['undropped-capabilities'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0022 takes every capability for one beyond baseline',
    text: container(
      '      securityContext:\n        capabilities:\n          drop: [ALL]\n          add: [NET_BIND_SERVICE]\n',
    ),
    quiet: ['dangerous-capability', 'added-capability'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_26 finds hostPort: 0, which is none',
    text: container('      ports:\n        - containerPort: 8080\n          hostPort: 0\n'),
    quiet: ['host-port'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0002 finds profiles of the node, and never reads the field',
    text: container(
      '      securityContext:\n        appArmorProfile:\n          type: Localhost\n          localhostProfile: web\n',
    ),
    quiet: ['apparmor-unconfined'],
  },
  {
    tool: 'kubeaudit',
    says: 'a missing AppArmor annotation is an error',
    text: container(''),
    quiet: ['apparmor-unconfined', 'apparmor-annotation'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0025 does not know container_engine_t',
    text: container('      securityContext:\n        seLinuxOptions:\n          type: container_engine_t\n'),
    quiet: ['selinux-options'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0027 finds procMount: Default',
    text: container('      securityContext:\n        procMount: Default\n'),
    quiet: ['unmasked-proc'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0026 does not know the sysctls that are safe since 1.37',
    text: container(
      '',
      '  securityContext:\n    sysctls:\n      - name: net.ipv4.tcp_notsent_lowat\n        value: "1"\n',
    ),
    quiet: ['unsafe-sysctl'],
  },
];
