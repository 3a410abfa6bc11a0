/**
 * Mistakes that other tools make, by name: what each gets wrong, on the smallest text that shows it, and what is said here. The tools were read at
 * their versions of 2026-11-23.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { dockerfile, type Example, pod, yaml } from '../../rules/contract/example.ts';
import { Scope } from '../harness/scope.ts';

interface Defect {
  readonly tool: string;
  readonly says: string;
  readonly text: Example;
  readonly found?: readonly string[];
  readonly quiet?: readonly string[];
}

/** A container with a security context, in a pod that may have one too. */
const container = (context: string, above = ''): Example => ({
  language: 'yaml',
  text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${above}  containers:\n    - name: web\n      image: nginx:1.29\n${context}`,
});

const notRoot = ['running-as-root', 'root-uid'];

const manifests: readonly Defect[] = [
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
  {
    tool: 'every linter',
    says: 'does not look at the host of probes',
    text: container('      livenessProbe:\n        httpGet:\n          host: 169.254.169.254\n          port: 80\n'),
    found: ['probe-host'],
  },
  {
    tool: 'trivy',
    says: 'KSV-0118 finds an empty context of the pod when every container has its own (trivy#9329)',
    text: container('      securityContext:\n        runAsNonRoot: true\n'),
    quiet: ['missing-container-security-context'],
  },
  {
    tool: 'kubeaudit',
    says: 'splits images at colons, so that a port counts as a tag; so does kube-score',
    text: pod`
      containers:
        - name: web
          image: registry.example.com:5000/web
    `,
    found: ['image-without-tag'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_43 takes any @ for a digest',
    text: pod`
      containers:
        - name: web
          image: nginx@latest
    `,
    found: ['malformed-image-reference'],
  },
  {
    tool: 'checkov',
    says: 'probes of native sidecars are not looked at',
    text: pod`
      initContainers:
        - name: proxy
          image: envoyproxy/envoy:v1.36.0
          restartPolicy: Always
      containers:
        - name: web
          image: nginx:1.29
          livenessProbe:
            httpGet:
              port: 80
          readinessProbe:
            httpGet:
              port: 80
    `,
    found: ['missing-liveness-probe'],
  },
  {
    tool: 'every linter',
    says: 'asks containers for limits that the pod has as a whole',
    text: pod`
      resources:
        limits:
          cpu: "1"
          memory: 1Gi
        requests:
          cpu: "1"
          memory: 1Gi
      containers:
        - name: web
          image: nginx:1.29
    `,
    quiet: ['missing-cpu-limit', 'missing-memory-limit', 'missing-cpu-request', 'missing-memory-request'],
  },
  {
    tool: 'every linter',
    says: 'does not see the image of an image volume',
    text: pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: model
          image:
            reference: registry.example.com/model:latest
    `,
    found: ['image-tag-latest'],
  },
  {
    tool: 'Kubescape',
    says: 'takes a variable for a secret because its name holds `key` or `token`',
    text: container(
      '      env:\n        - name: TOKEN_TTL\n          value: "3600"\n        - name: TLS_KEY_PATH\n          value: /etc/tls/tls.key\n        - name: PARTITION_KEY\n          value: customer\n',
    ),
    quiet: ['literal-secret-in-env'],
  },
  {
    tool: 'checkov',
    says: 'ignores namespaces when it looks for network policies (checkov#7474)',
    text: yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: all
        namespace: other
      spec:
        podSelector: {}
        policyTypes: [Ingress]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    found: ['unisolated-ingress'],
  },
  {
    tool: 'checkov',
    says: 'takes matchExpressions alone for a selector of everything (checkov#7668); Kubescape for one of nothing',
    text: yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: others
        namespace: shop
      spec:
        podSelector:
          matchExpressions:
            - key: app
              operator: NotIn
              values: [web]
        policyTypes: [Ingress]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    found: ['unisolated-ingress'],
  },
  {
    tool: 'polaris',
    says: 'does not count a default deny, nor a policy that matches by two labels',
    text: yaml`
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    quiet: ['unisolated-ingress', 'unisolated-egress'],
  },
  {
    tool: 'kube-linter',
    says: 'does not know policies of Cilium; nobody knows those of administrators',
    text: yaml`
      apiVersion: cilium.io/v2
      kind: CiliumNetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        endpointSelector: {}
        ingress: [{}]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: nginx:1.29
    `,
    quiet: ['unisolated-ingress'],
  },
  {
    tool: 'KICS',
    says: 'PodSecurityPolicy and kinds of unknown groups make it stop; pods are found by their shape (kube-linter#24, checkov#7604)',
    text: yaml`
      apiVersion: argoproj.io/v1alpha1
      kind: Rollout
      metadata:
        name: web
      spec:
        template:
          spec:
            containers:
              - name: web
                image: nginx:1.29
                securityContext:
                  privileged: true
    `,
    found: ['privileged-container'],
  },
];

const role = (kind: string, namespace: string, rules: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: reader\n${namespace === '' ? '' : `  namespace: ${namespace}\n`}rules:\n${rules}`;
const binding = (kind: string, roleKind: string, subject: string): string =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: web\n${kind === 'RoleBinding' ? '  namespace: shop\n' : ''}roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ${roleKind}\n  name: reader\nsubjects:\n  - ${subject}\n`;
const account = '{kind: ServiceAccount, name: web, namespace: shop}';
const secrets = '  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get]\n';
const harmless = '  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get]\n';
const together = (...documents: readonly string[]): Example => ({ language: 'yaml', text: documents.join('---\n') });

const clusters: readonly Defect[] = [
  {
    tool: 'kube-linter',
    says: 'looks among Roles alone for what a RoleBinding hands out',
    text: together(role('ClusterRole', '', secrets), binding('RoleBinding', 'ClusterRole', account)),
    found: ['secret-access'],
  },
  {
    tool: 'kube-linter',
    says: 'takes a Role of the same name for a ClusterRole',
    text: together(
      role('ClusterRole', '', harmless),
      role('Role', 'shop', '  - apiGroups: [""]\n    resources: [pods/exec]\n    verbs: [create]\n').replace(
        'kind: Role\n',
        'kind: Role\n# seaworthy-ignore-file pod-exec: the role itself is meant\n',
      ),
      binding('RoleBinding', 'ClusterRole', account),
    ),
    quiet: ['broad-role-binding'],
  },
  {
    tool: 'checkov',
    says: 'finds roles by name and kind, of whatever namespace',
    text: together(role('Role', 'bank', harmless), binding('RoleBinding', 'Role', account)),
    found: ['dangling-role-binding'],
  },
  {
    tool: 'checkov',
    says: 'CKV2 rules never report users and groups',
    text: together(
      role('ClusterRole', '', secrets),
      binding(
        'ClusterRoleBinding',
        'ClusterRole',
        '{kind: Group, name: developers, apiGroup: rbac.authorization.k8s.io}',
      ),
    ),
    found: ['secret-access'],
  },
  {
    tool: 'checkov',
    says: 'CKV_K8S_49 reads the first rule of a role alone, and takes `*/scale` for a wildcard',
    text: together(
      role('ClusterRole', '', `${harmless}  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: ["*"]\n`),
    ),
    found: ['wildcard-verbs'],
  },
  {
    tool: 'checkov',
    says: 'CKV2_K8S_2 wants create where get on nodes/proxy is enough (kubernetes#136550)',
    text: together(role('ClusterRole', '', '  - apiGroups: [""]\n    resources: [nodes/proxy]\n    verbs: [get]\n')),
    found: ['node-proxy'],
  },
  {
    tool: 'checkov',
    says: 'CKV2_K8S_5 takes names for a limit of create, which comes without one',
    text: together(
      role(
        'ClusterRole',
        '',
        '  - apiGroups: [""]\n    resources: [secrets]\n    resourceNames: [token]\n    verbs: [create]\n',
      ),
    ),
    found: ['nameless-verb'],
  },
  {
    tool: 'trivy',
    says: 'spells the kind ClusterRolebinding, so that real ones never match',
    text: together(
      role('ClusterRole', '', harmless),
      binding(
        'ClusterRoleBinding',
        'ClusterRole',
        '{kind: User, name: "system:anonymous", apiGroup: rbac.authorization.k8s.io}',
      ),
    ),
    found: ['anonymous-binding'],
  },
  {
    tool: 'checkov',
    says: 'finds service accounts by name alone',
    text: together(
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n  namespace: bank\nautomountServiceAccountToken: false\n',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  serviceAccountName: web\n  containers:\n    - name: web\n      image: nginx:1.29\n',
    ),
    found: ['automounted-token'],
  },
  {
    tool: 'kube-linter',
    says: 'takes an object without a namespace for one of another namespace',
    text: together(
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector:\n    matchLabels:\n      app: web\n  policyTypes: [Ingress, Egress]\n',
    ),
    quiet: ['unisolated-ingress', 'unisolated-egress'],
  },
  {
    tool: 'kube-linter',
    says: 'counts a policy for one direction as one for both, and reads no default of policyTypes',
    text: together(
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\n  labels:\n    app: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  podSelector: {}\n  egress: []\n',
    ),
    found: ['unisolated-egress'],
    quiet: ['unisolated-ingress'],
  },
];

const dockerfiles: readonly Defect[] = [
  {
    tool: 'trivy',
    says: 'DS-0002 throws the users of all stages together; checkov CKV_DOCKER_3 too',
    text: dockerfile`
      FROM debian:13-slim AS build
      USER app
      FROM debian:13-slim
      CMD ["x"]
    `,
    found: ['missing-user'],
  },
  {
    tool: 'checkov',
    says: 'CKV_DOCKER_8 knows `root` alone; so does dockle',
    text: dockerfile`
      FROM debian:13-slim
      USER "0:0"
    `,
    found: ['root-user'],
  },
  {
    tool: 'hadolint',
    says: 'DL3002 says nothing when there is no USER, and expands no variables',
    text: dockerfile`
      FROM scratch
      ARG U=root
      USER $U
    `,
    found: ['root-user'],
  },
  {
    tool: 'hadolint',
    says: 'DL3002 finds root in a stage that only builds',
    text: dockerfile`
      FROM golang:1.25 AS build
      USER root
      FROM scratch
      USER 1000
    `,
    quiet: ['root-user'],
  },
  {
    tool: 'hadolint',
    says: 'DL3029 finds platforms from a variable',
    text: dockerfile`
      ARG MYPLATFORM=linux/amd64
      FROM --platform=$MYPLATFORM debian:13-slim
    `,
    quiet: ['fixed-platform'],
  },
  {
    tool: 'hadolint',
    says: 'DL3064 finds `token` and `private` anywhere in a name',
    text: dockerfile`
      FROM debian:13-slim
      ARG TOKENIZERS_PARALLELISM=false
      ARG PRIVATE_REGISTRY_HOST=registry.example.com
    `,
    quiet: ['literal-secret', 'secret-argument'],
  },
  {
    tool: 'BuildKit',
    says: 'SecretsUsedInArgOrEnv misses words without underscores',
    text: dockerfile`
      FROM debian:13-slim
      ENV DBPASSWORD=f7Kq29xLw0 apiKey=f7Kq29xLw0aB3dE5
    `,
    found: ['literal-secret'],
  },
  {
    tool: 'trivy',
    says: 'DS-0010 splits commands at && alone',
    text: dockerfile`
      FROM debian:13-slim
      RUN make; sudo make install
    `,
    found: ['sudo-in-run'],
  },
  {
    tool: 'checkov',
    says: 'CKV_DOCKER_9 and 5 look for parts of words: `rm` in `format`',
    text: dockerfile`
      FROM debian:13-slim
      RUN apt-get update && echo format
    `,
    found: ['stale-package-index'],
  },
  {
    tool: 'every linter',
    says: 'reads a heredoc as instructions, or not at all',
    text: dockerfile`
      FROM debian:13-slim
      USER 1000
      RUN <<EOF
      sudo make
      USER root
      EOF
    `,
    found: ['sudo-in-run'],
    quiet: ['root-user'],
  },
];

for (const [title, defects] of [
  ['manifests', manifests],
  ['several objects', clusters],
  ['Dockerfiles', dockerfiles],
] as const) {
  describe(`what others get wrong in ${title}`, () => {
    for (const { tool, says, text, found = [], quiet = [] } of defects) {
      it(`${tool}: ${says}`, () => {
        const seen = new Set(new Scope(rules, text).findings.map(({ rule }) => rule));
        assert.deepEqual(
          found.filter((rule) => !seen.has(rule)),
          [],
          'these are not found',
        );
        assert.deepEqual(
          quiet.filter((rule) => seen.has(rule)),
          [],
          'these are found',
        );
      });
    }
  });
}
