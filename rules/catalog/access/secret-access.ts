import { clusterRole, role } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { placeholders } from '../../contract/placeholder.ts';
import { checkov, cis, defineRule, kics, kubeLinter, kubescape, nsa, trivy } from '../../contract/rule.ts';
import { readVerbs } from '../../data/rbac-verbs.ts';
import { requests } from '../../model/kubernetes/permission.ts';
import { revoke, withUse } from './shared/revoke.ts';

/** The API answers a patch, an empty one too, with the whole object. */
const reading = [...readVerbs, 'patch'];

export default defineRule({
  id: 'secret-access',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role reads every secret',
  why: 'Secrets include passwords, TLS keys and tokens of other service accounts. Whoever gets the role can use each of them.',
  remedy:
    'Mount the secrets that the program needs, or name them in `resourceNames`. Clients that list or watch then have to ask for the name.',
  ignoreWhen: 'It is a controller whose work are secrets, such as a certificate manager or an ingress controller.',
  standards: [cis('5.1.2'), nsa()],
  aliases: [
    kubescape('rule-can-list-get-secrets-v1'),
    trivy('KSV-0041'),
    trivy('KSV-0113'),
    checkov('CKV2_K8S_5'),
    kubescape('C-0015'),
    kubescape('C-0186'),
    kubeLinter('access-to-secrets'),
    kics('RBAC Roles with Read Secrets Permissions'),
    kics('ServiceAccount Allows Access Secrets'),
  ],
  examples: {
    bad: [
      clusterRole`
        - apiGroups: [""]
          resources: [pods, secrets]
          verbs: [list]
      `,
      role`
        - apiGroups: [""]
          resources: [secrets]
          verbs: ["*"]
      `,
    ],
    good: [
      objects`
        Role cart
          - apiGroups: [""]
            resources: [secrets]
            resourceNames: [cart-database]
            verbs: [get]
      `,
      role`
        - apiGroups: [""]
          resources: [secrets]
          verbs: [create, delete]
      `,
    ],
  },

  permission: {
    does: 'reads every secret',
    requests: [requests('', 'secrets', 'get list watch')],
  },

  check(rule, report) {
    const grant = rule.grants('', 'secrets', reading);
    // Names also hold for list and watch, which are then refused without a field selector for one of them
    // (Kubernetes documentation, "Referring to resources").
    if (
      grant === undefined ||
      grant.resource.text === '*' ||
      rule.resourceNames.length > 0 ||
      rule.field.at('resourceNames').unknown ||
      rule.bootstrap
    )
      return;
    const { resource, verb } = grant;
    const how = verb.text === 'patch' ? ' in the answers to patch' : '';
    report(
      resource.field,
      `Reads every secret${rule.role.kind === 'Role' ? ' of its namespace' : ''}${how}: ${rule.role.label}.`,
      ({ facts }) => [
        withUse(revoke(rule, [{ resource: resource.text, verbs: reading }], 'reading them fails'), rule, facts),
        rule.resources.length > 1
          ? undefined
          : {
              title: 'Only allow secrets by name',
              level: 'template',
              changes: [rule.field.at('resourceNames').set([placeholders.secret], ['resources'])],
            },
      ],
    );
  },
});
