/**
 * The rows on permissions that lead to pods, accounts, secrets and nodes. Sources: Kubernetes documentation, "Role Based Access Control Good Practices",
 * and k8s.io/kubernetes/pkg/apis/rbac/v1/evaluation_helpers.go for what a rule covers; those of a row where it is named.
 */

import { requests } from '../../model/kubernetes/permission.ts';
import { podSecurityLabel } from '../../model/kubernetes/pod-security.ts';
import { type ApiRow, type Asked, type Lead, need, objects, podsOf, runsPods } from './api-row.ts';
import { cutAt } from './edge.ts';
import { objectVertex, podsVertex, someNode } from './vertex.ts';

const createPods = need('create pods', 'none', ...runsPods('create'));
const changePods = need('change what workloads run', 'any', ...runsPods('update patch'));
const createSecrets = need('create secrets', 'none', requests('', 'secrets', 'create'));
const goodPractices = 'Kubernetes documentation, "Role Based Access Control Good Practices"';

const accountsOf = ({ scope }: Asked, assumes: Lead['assumes'] = []): readonly Lead[] =>
  objects('sa', scope, []).map((to) => ({ to, assumes }));

/** Workloads of the files that an update reaches are there; of others nobody knows. */
function isThereToChange({ terrain, scope, grants }: Asked): boolean {
  const words = grants[0]?.grant.rule.resources ?? [];
  const there = terrain.kindsIn(scope);
  return words.includes('*') ? there.size > 0 : words.some((word) => there.has(word));
}

/** Whether a namespace admits a pod that takes its node, and what stops it. */
function privilegedPods({ terrain, scope }: Asked): readonly Lead[] {
  if (scope === '*') return [{ to: someNode, assumes: ['pod-security'] }];
  const namespace = terrain.namespaceNamed(scope);
  if (namespace === undefined) return [{ to: someNode, assumes: ['pod-security'] }];
  const { labels } = namespace;
  // A label that nobody can read may enforce anything.
  if (labels === undefined) return [];
  const level = labels[podSecurityLabel('enforce')];
  // What is no level is taken for the strictest one (k8s.io/pod-security-admission/api, ParseLevel).
  if (level !== undefined && level !== 'privileged') return [];
  const enforce = cutAt('pod-security', namespace, 'enforce', `Enforce the level baseline in Namespace ${scope}`, 2);
  return [{ to: someNode, assumes: level === undefined ? ['pod-security'] : [], cuts: [enforce] }];
}

/** The rows, by what they reach. */
export const apiRows: readonly ApiRow[] = [
  {
    id: 'api.exec',
    does: 'opens shells in running containers',
    techniques: 'T1609, MS-TA9006',
    source: goodPractices,
    needs: [[need('open shells in pods', 'any', requests('', 'pods/exec', 'create'))]],
    leads: ({ scope, names }) => podsOf(scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.attach',
    does: 'attaches to running containers',
    techniques: 'T1609',
    source: goodPractices,
    needs: [[need('attach to pods', 'any', requests('', 'pods/attach', 'create'))]],
    leads: ({ scope, names }) => podsOf(scope, names[0] ?? []).map((to) => ({ to, assumes: ['interactive'] })),
  },
  {
    id: 'api.debug',
    does: 'adds containers of its own to running pods',
    techniques: 'T1609',
    source: 'Kubernetes documentation, "Ephemeral Containers"',
    needs: [[need('add containers to pods', 'any', requests('', 'pods/ephemeralcontainers', 'update patch'))]],
    leads: ({ scope, names }) => podsOf(scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.pod-image',
    does: 'puts other images into running pods',
    techniques: 'T1609, T1525',
    source: 'k8s.io/kubernetes/pkg/apis/core/validation: ValidatePodUpdate lets an image be changed',
    needs: [[need('change pods', 'any', requests('', 'pods', 'update patch'))]],
    leads: ({ scope, names }) => podsOf(scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.create-pod',
    does: 'runs pods as any account, with any secret',
    techniques: 'T1610, T1053.007, MS-TA9008',
    source: goodPractices,
    needs: [[createPods], [changePods]],
    leads(asked) {
      const isChange = asked.grants.length > 0 && !isCreate(asked);
      const assumes: Lead['assumes'] = isChange && !isThereToChange(asked) ? ['workload'] : [];
      return [
        ...accountsOf(asked, assumes),
        ...objects('secret', asked.scope, []).map((to): Lead => ({ to, assumes: [...assumes, 'name'] })),
      ];
    },
  },
  {
    id: 'api.create-privileged-pod',
    does: 'runs a privileged pod on a node',
    techniques: 'T1610, T1611',
    source: 'Kubernetes documentation, "Pod Security Admission"',
    needs: [[createPods], [changePods]],
    leads: (asked) =>
      privilegedPods(asked).map((lead) =>
        isCreate(asked) || isThereToChange(asked) ? lead : { ...lead, assumes: [...(lead.assumes ?? []), 'workload'] },
      ),
  },
  {
    id: 'api.lift-pod-security',
    does: 'takes the Pod Security Standard from the namespace and runs a privileged pod',
    techniques: 'T1562',
    source: 'k8s.io/apiserver/pkg/endpoints/request/requestinfo.go: a Namespace is asked for in itself',
    needs: [[createPods, need('change the namespace', 'any', requests('', 'namespaces', 'update patch'))]],
    leads: (asked) => {
      const names = asked.names[1] ?? [];
      const isOwn = names.length === 0 || (asked.scope !== '*' && names.includes(asked.scope));
      return isOwn ? [{ to: someNode }] : [];
    },
  },
  {
    id: 'api.volume',
    does: 'makes a volume of a folder of a node and runs a pod with it',
    techniques: 'T1611',
    source: goodPractices,
    needs: [
      [
        createPods,
        need('create volumes', 'none', requests('', 'persistentvolumes', 'create')),
        need('create claims', 'none', requests('', 'persistentvolumeclaims', 'create')),
      ],
    ],
    leads: () => [{ to: someNode }],
  },
  {
    id: 'api.secret',
    does: 'reads secrets',
    techniques: 'T1552.007, MS-TA9025',
    source: goodPractices,
    needs: [[need('list secrets', 'any', requests('', 'secrets', 'list watch'))]],
    leads: ({ scope, names }) => objects('secret', scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.secret',
    does: 'reads secrets whose names it knows',
    techniques: 'T1552.007, MS-TA9025',
    source: goodPractices,
    needs: [[need('read secrets', 'any', requests('', 'secrets', 'get'))]],
    leads: ({ scope, names }) => {
      const named = names[0] ?? [];
      return objects('secret', scope, named).map((to) => ({ to, assumes: named.length === 0 ? ['name'] : [] }));
    },
  },
  {
    id: 'api.token-secret',
    does: 'reads a lasting token from a secret',
    techniques: 'T1528',
    source: 'Kubernetes documentation, "Managing Service Accounts", long-lived API tokens',
    needs: [[need('read secrets', 'any', requests('', 'secrets', 'get list watch'))]],
    leads: ({ terrain, scope, names }) =>
      terrain.facts.byKind.settings.flatMap((secret) => {
        const { tokenOf, name } = secret;
        const [namespace, wanted] = [terrain.namespaceOf(secret), names[0] ?? []];
        if (tokenOf === undefined || (scope !== '*' && namespace !== scope)) return [];
        if (wanted.length > 0 && !wanted.includes(name)) return [];
        return [{ to: objectVertex('sa', namespace, tokenOf) }];
      }),
  },
  {
    id: 'api.new-token-secret',
    does: 'has a token of any account put into a secret and reads it',
    techniques: 'T1528',
    source: 'Kubernetes documentation, "Managing Service Accounts", long-lived API tokens',
    needs: [
      [createSecrets, need('read secrets', 'none', requests('', 'secrets', 'get list watch'))],
      [createSecrets, createPods],
    ],
    leads: (asked) => accountsOf(asked),
  },
  {
    id: 'api.token-request',
    does: 'asks for tokens of accounts',
    techniques: 'T1528, T1550.001',
    source: goodPractices,
    needs: [[need('ask for tokens', 'any', requests('', 'serviceaccounts/token', 'create'))]],
    leads: ({ scope, names }) => objects('sa', scope, names[0] ?? []).map((to) => ({ to })),
  },
  {
    id: 'api.node-proxy',
    does: 'runs commands in every pod of a node',
    techniques: 'T1609',
    source: 'k8s.io/kubernetes/pkg/kubelet/server/auth.go',
    clusterOnly: true,
    needs: [[need('command kubelets', 'any', requests('', 'nodes/proxy', 'get create'))]],
    leads: () => [{ to: podsVertex('*') }],
  },
];

/** Whether the first of what is needed is to create. */
const isCreate = ({ grants }: Asked): boolean => {
  const rule = grants[0]?.grant.rule;
  return (
    rule !== undefined && rule.resourceNames.length === 0 && (rule.verbs.includes('create') || rule.verbs.includes('*'))
  );
};
