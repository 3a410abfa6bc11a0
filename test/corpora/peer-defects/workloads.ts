/** What other tools get wrong in what else a workload says: probes, images, volumes, network policies. */
import { pod, yaml } from '../../../rules/contract/example.ts';
import { container, type Defect } from './defect.ts';

export const workloads: readonly Defect[] = [
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
