import type { FixOffer, WorkspaceReport } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import type { WorkloadFact } from '../../facts/kinds/workload.ts';
import { type HeldPermission, heldPermission } from '../../facts/questions/account-permissions.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import { strongPermissions } from '../../model/kubernetes/strong-permissions.ts';
import { assumingWithout } from '../../model/program/needs.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'powerful-account',
  subject: 'workspace',
  reads: ['workload', 'service-account', 'binding', 'role'],
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  closes: ['token'],
  uncovers: ['powerful-account'],
  title: 'Pod has a token that controls the cluster or its namespace',
  why: 'Whoever breaks into the pod reads the token from its disk, and may do what the account may.',
  remedy:
    'Give the workload an account of its own with the few requests it makes, or none: `automountServiceAccountToken: false`.',
  ignoreWhen: 'It is a controller that cannot do its work with less, in a namespace that nobody else reaches.',
  aliases: [kubescape('C-0267'), kubescape('C-0272')],
  examples: {
    bad: [
      objects`
        Pod shop/cart
          serviceAccountName: web
        #                     ^^^ powerful-account
          containers:
            - name: cart
              image: nginx:1.29
        ClusterRole reader
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get, list]
        ClusterRoleBinding ci: ClusterRole reader, ServiceAccount shop/web
      `,
      objects`
        Pod shop/cart
          serviceAccountName: web
          containers:
            - name: cart
              image: nginx:1.29
        ClusterRoleBinding ci: ClusterRole cluster-admin, ServiceAccount shop/web
      `,
    ],
    good: [
      objects`
        Pod shop/cart
          serviceAccountName: web
          automountServiceAccountToken: false
          containers:
            - name: cart
              image: nginx:1.29
        ClusterRole reader
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get, list]
        ClusterRoleBinding ci: ClusterRole reader, ServiceAccount shop/web
      `,
      objects`
        Pod shop/cart
          serviceAccountName: web
          containers:
            - name: cart
              image: nginx:1.29
        ClusterRole reader
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list]
        ClusterRoleBinding ci: ClusterRole reader, ServiceAccount shop/web
      `,
    ],
  },

  check(facts, report) {
    const byAccount = new Map<string, (readonly [WorkloadFact, HeldPermission])[]>();
    for (const workload of facts.byKind.workload) {
      const held = heldPermission(facts, workload, strongPermissions);
      if (held === undefined) continue;
      const { ref } = held.binding;
      const key = `${facts.namespaceOf(workload)}/${workload.serviceAccount} ${held.permission.does} ${ref.file}:${ref.ordinal}`;
      byAccount.set(key, [...(byAccount.get(key) ?? []), [workload, held]]);
    }
    for (const holders of byAccount.values())
      for (const [i, holder] of holders.entries()) reportHolder(report, holder, i === 0 ? holders.slice(1) : undefined);
  },
});

/** @param others that hold the same token; undefined for one of these, which is told with the first. */
function reportHolder(
  report: WorkspaceReport,
  [workload, held]: readonly [WorkloadFact, HeldPermission],
  others: readonly (readonly [WorkloadFact, HeldPermission])[] | undefined,
): void {
  const where = held.everywhere ? ' in the whole cluster' : ' in its namespace';
  const related = (others ?? [])
    .slice(0, mostRelated)
    .map(([fact]) => ({ fact, place: 'account', message: `${fact.kind} ${fact.name} has the same token.` }));
  report(
    workload,
    `${capitalized(held.permission.does)}${where}: account ${workload.serviceAccount} is bound by ${held.binding.kind} ${held.binding.name}.`,
    {
      place: 'account',
      related: [...held.path, ...related],
      ...(others === undefined ? { from: 'strict' } : {}),
      // Who chose an account has to mend its role; nobody chose the default one.
      ...(held.source === undefined || workload.serviceAccount === 'default' ? {} : { partOf: held.source }),
      fix: (resource) => withoutToken(resource, workload),
    },
  );
}

/** Related places of one finding. */
const mostRelated = 20;

function withoutToken(resource: Resource, workload: WorkloadFact): FixOffer {
  // Nobody chose the account called default; whoever chose another one meant its token.
  if (workload.serviceAccount !== 'default')
    return { refused: `The program may need what ${workload.serviceAccount} may do; take it from the role by hand.` };
  return {
    title: 'Do not mount the token',
    consequence: 'calls to the Kubernetes API fail',
    changes: resource.pods.map((pod) =>
      pod.at('automountServiceAccountToken').set(false, ['serviceAccountName', 'serviceAccount']),
    ),
    ...assumingWithout(
      resource.pods.flatMap(({ containers }) => containers.map((container) => container.program)),
      'the Kubernetes API',
      'Kubernetes API',
    ),
  };
}
