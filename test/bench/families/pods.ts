/** What a pod repeats: containers, volumes, settings, labels. */
import { compactPod, type Family, oneContainer, pair, yaml } from './family.ts';

export const podsFamilies: readonly Family[] = [
  yaml('containers', `${compactPod}  containers:\n`, (i) => `    - name: c${i}\n      image: nginx\n`),
  yaml('containers of one name', `${compactPod}  containers:\n`, () => '    - {name: c, image: nginx}\n'),
  yaml(
    'containers in one line',
    `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [`,
    (i) => `{name: c${i}, image: nginx}, `,
    ']}}\n',
  ),
  yaml(
    'containers with ports and probes',
    `${compactPod}  containers:\n`,
    (i) =>
      `    - name: c${i}\n      image: nginx\n      ports: [{containerPort: ${i % 60000}, hostPort: ${i % 60000}}]\n      livenessProbe: {httpGet: {port: ${i % 60000}}}\n`,
  ),
  yaml(
    'pod values that containers inherit',
    `${compactPod}  hostNetwork: true\n  hostPID: true\n  securityContext: {runAsUser: 0, runAsNonRoot: false, seccompProfile: {type: Unconfined}}\n  containers:\n`,
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  pair(
    'pod sysctls and containers',
    `${compactPod}  securityContext:\n    sysctls:\n`,
    (i) => `      - {name: kernel.x${i}, value: "1"}\n`,
    '  containers:\n',
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  yaml(
    'environment variables',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: V${i}, value: "$(V${i - 1})"}\n`,
  ),
  yaml(
    'environment variables of one name',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: V, value: "${i}"}\n`,
  ),
  yaml(
    'passwords in the environment',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: PASSWORD_${i}, value: "hunter2${i}"}\n`,
  ),
  yaml('envFrom', `${compactPod}${oneContainer}      envFrom:\n`, (i) => `        - secretRef: {name: s${i}}\n`),
  yaml(
    'ports',
    `${compactPod}${oneContainer}      ports:\n`,
    (i) => `        - {containerPort: ${i % 65000}, hostPort: ${i % 65000}}\n`,
  ),
  yaml('ports of one number', `${compactPod}${oneContainer}      ports:\n`, () => `        - containerPort: 80\n`),
  yaml(
    'capabilities',
    `${compactPod}${oneContainer}      securityContext:\n        capabilities:\n          add:\n`,
    (i) => `            - CAP_X${i}\n`,
  ),
  yaml('arguments', `${compactPod}${oneContainer}      args:\n`, (i) => `        - --password=$(V${i})\n`),
  yaml(
    'one long argument',
    `${compactPod}${oneContainer}      args:\n        - "`,
    (i) => `--password=hunter${i} `,
    '"\n',
  ),
  yaml(
    'one long command',
    `${compactPod}${oneContainer}      command:\n        - sh\n        - -c\n        - "`,
    (i) => `sudo a${i} && `,
    'b"\n',
  ),
  pair(
    'volumes and mounts',
    `${compactPod}  volumes:\n`,
    (i) => `    - {name: v${i}, hostPath: {path: /var/run/x${i}}}\n`,
    `${oneContainer}      volumeMounts:\n`,
    (i) => `        - {name: v${i}, mountPath: /m${i}}\n`,
  ),
  pair(
    'volumes, and containers that mount them',
    `${compactPod}  volumes:\n`,
    (i) => `    - {name: v${i}, hostPath: {path: /etc/x${i}}}\n`,
    '  containers:\n',
    (i) => `    - {name: c${i}, image: nginx, volumeMounts: [{name: v${i}, mountPath: /x}]}\n`,
  ),
  pair(
    'one volume and many mounts of it',
    `${compactPod}  volumes:\n`,
    (i) => `    - {name: v, hostPath: {path: /etc/x${i}}}\n`,
    '  containers:\n',
    (i) => `    - {name: c${i}, image: nginx, volumeMounts: [{name: v, mountPath: /x}]}\n`,
  ),
  yaml(
    'one volume of the socket, and containers',
    `${compactPod}  volumes:\n    - {name: v, hostPath: {path: /var/run/docker.sock}}\n  containers:\n`,
    (i) => `    - {name: c${i}, image: nginx, volumeMounts: [{name: v, mountPath: /x}]}\n`,
  ),
  yaml(
    'projected sources',
    `${compactPod}${oneContainer}  volumes:\n    - name: v\n      projected:\n        sources:\n`,
    (i) => `          - serviceAccountToken: {path: p${i}}\n`,
  ),
  yaml(
    'labels',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n',
    (i) => `    label-${i}: x${i}\n`,
    `spec:\n${oneContainer}`,
  ),
  yaml(
    'labels of one name',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n',
    (i) => `    label: x${i}\n`,
    `spec:\n${oneContainer}`,
  ),
  yaml(
    'annotations',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n',
    (i) => `    container.apparmor.security.beta.kubernetes.io/c${i}: unconfined\n`,
    `spec:\n${oneContainer}`,
  ),
  pair(
    'annotations for containers',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n',
    (i) => `    container.apparmor.security.beta.kubernetes.io/c${i}: unconfined\n`,
    'spec:\n  containers:\n',
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  yaml('fields that nobody knows', `${compactPod}${oneContainer}`, (i) => `      field${i}: x\n`),
  yaml('misplaced fields', `${compactPod}`, () => `  runAsUser: 0\n`, oneContainer),
  yaml(
    'host aliases',
    `${compactPod}${oneContainer}  hostAliases:\n`,
    (i) => `    - {ip: 10.0.0.1, hostnames: [a${i}]}\n`,
  ),
  yaml('tolerations', `${compactPod}${oneContainer}  tolerations:\n`, (i) => `    - {key: a${i}}\n`),
  yaml(
    'flags of the API server',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: kube-apiserver, namespace: kube-system}\nspec:\n  containers:\n    - name: kube-apiserver\n      image: registry.k8s.io/kube-apiserver:v1.31.0\n      command:\n        - kube-apiserver\n`,
    (i) => `        - --flag${i}=x\n`,
  ),
];
