import { type Power, requests } from '../model/kubernetes/power.ts';
import { everything, heldPower } from '../model/workspace/account-power.ts';
import { defineRule, kubescape, yaml } from '../rule.ts';

export default defineRule({
  id: 'powerful-account',
  subject: 'workspace',
  reads: ['workload', 'service-account', 'binding', 'role'],
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Pod holds a token that takes over the cluster or its namespace',
  why: 'Whoever breaks into the pod reads the token from its disk, and may do at once what the account may.',
  remedy:
    'Give the workload an account of its own with the few requests it makes, or none: `automountServiceAccountToken: false`.',
  ignoreWhen: 'It is a controller that cannot do its work with less, in a namespace that nobody else reaches.',
  standards: [],
  aliases: [kubescape('C-0267'), kubescape('C-0272')],
  examples: {
    bad: [
      yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cart
          namespace: shop
        spec:
          serviceAccountName: web
          containers:
            - name: cart
              image: nginx:1.29
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get, list]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
      `,
      yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cart
          namespace: shop
        spec:
          serviceAccountName: web
          containers:
            - name: cart
              image: nginx:1.29
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: cluster-admin
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
      `,
    ],
    good: [
      yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cart
          namespace: shop
        spec:
          serviceAccountName: web
          automountServiceAccountToken: false
          containers:
            - name: cart
              image: nginx:1.29
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get, list]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
      `,
      yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: cart
          namespace: shop
        spec:
          serviceAccountName: web
          containers:
            - name: cart
              image: nginx:1.29
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: reader
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: ci
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
        subjects:
          - kind: ServiceAccount
            name: web
            namespace: shop
      `,
    ],
  },

  check(facts, report) {
    for (const workload of facts.byKind.workload) {
      const held = heldPower(facts, workload, powers);
      if (held === undefined) continue;
      const where = held.everywhere ? ' in the whole cluster' : ' in its namespace';
      report(
        workload,
        `This pod ${held.power.does}${where}: its account ${workload.serviceAccount} is bound by ${held.binding.kind} ${held.binding.name}.`,
        {
          place: 'account',
          related: held.path,
          fix: (resource) => {
            // Nobody chose the account called default; whoever chose another one meant its token.
            if (workload.serviceAccount !== 'default')
              return {
                refused: `The program may need what ${workload.serviceAccount} may do; take it from the role by hand.`,
              };
            return {
              title: 'Do not mount the token (calls to the Kubernetes API fail)',
              changes: resource.pods.map((pod) =>
                pod.at('automountServiceAccountToken').set(false, ['serviceAccountName', 'serviceAccount']),
              ),
            };
          },
        },
      );
    }
  },
});

/** What is as good as everything, the worst first. */
const powers: readonly Power[] = [
  everything,
  {
    does: 'may give itself every permission',
    requests: [requests('rbac.authorization.k8s.io', 'roles clusterroles', 'bind escalate')],
  },
  { does: 'may act as anybody else', requests: [requests('', 'users groups serviceaccounts', 'impersonate')] },
  {
    does: 'may change the webhooks of admission',
    requests: [
      requests(
        'admissionregistration.k8s.io',
        'mutatingwebhookconfigurations validatingwebhookconfigurations',
        'create update patch',
      ),
    ],
  },
  { does: 'may run commands in every pod of a node', requests: [requests('', 'nodes/proxy', 'get create')] },
  { does: 'may get tokens of every account', requests: [requests('', 'serviceaccounts/token', 'create')] },
  { does: 'may read every secret', requests: [requests('', 'secrets', 'get list watch')] },
  { does: 'may open shells in running containers', requests: [requests('', 'pods/exec pods/attach', 'create')] },
];
