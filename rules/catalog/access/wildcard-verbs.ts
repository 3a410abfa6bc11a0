import { role } from '../../contract/example.ts';
import type { Fix } from '../../contract/finding.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kics, kubeLinter, trivy } from '../../contract/rule.ts';
import type { PolicyRule, Word } from '../../model/kubernetes/access.ts';
import { inPlaceOfWildcard, listed, servedReadVerbs, servedVerbs } from './shared/narrow.ts';
import { isOfOwnKinds } from './shared/own-kinds.ts';
import { servedResources } from './shared/vain.ts';

export default defineRule({
  id: 'wildcard-verbs',
  subject: 'rbac-rule',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Role allows every verb',
  why: 'The star also grants deleting whole collections and the hidden permissions of some resources: `escalate`, `bind` and `impersonate`. It grows with every verb a later Kubernetes adds.',
  remedy: 'Name the verbs. Most programs need `get`, `list` and `watch`; controllers also write.',
  ignoreWhen: 'The resources are your own and the role belongs to the controller that manages them.',
  standards: [cis('5.1.3')],
  aliases: [trivy('KSV-0045'), checkov('CKV_K8S_49'), kubeLinter('wildcard-in-rules'), kics('RBAC Wildcard In Rule')],
  examples: {
    bad: [
      role`
        - apiGroups: [""]
          resources: [configmaps]
          verbs: ["*"]
      `,
      objects`
        ClusterRole cart
          - apiGroups: [shop.example.com]
            resources: [carts, carts/status]
            verbs:
              - get
              - "*"
      `,
    ],
    good: [
      role`
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [get, list, watch]
      `,
      role`
        - apiGroups: ["*"]
          resources: ["*/scale"]
          verbs: [get, update]
      `,
    ],
  },

  check(rule, report, { kubernetesMinor }) {
    const star = rule.verbs.find(({ text }) => text === '*');
    const served = servedResources(rule, kubernetesMinor);
    const isVain = served.length === 0 && rule.resources.length > 0;
    if (star === undefined || rule.unlimited || rule.bootstrap) return;
    const of = rule.resources.some(({ text }) => text === '*')
      ? `every resource${ofGroups(rule.apiGroups)}`
      : listed(isVain ? rule.resources : served.length > 0 ? served : rule.nonResourceURLs);
    report(
      star.field,
      `Allows every verb${of === '' ? '' : ` on ${of}`}${isVain ? ', which gives nobody anything' : ''}: ${rule.role.label}.`,
      () => {
        const verbs = rule.field.at('verbs');
        const write = (title: string, names: readonly string[]): Fix | undefined =>
          names.length === 0
            ? undefined
            : { title: `${title} (${names.join(', ')})`, changes: inPlaceOfWildcard(verbs, rule.verbs, names) };
        const [all, read] = [servedVerbs(rule), servedReadVerbs(rule)];
        return [
          write('Write the verbs out', all),
          read.length < all.length ? write('Only allow reading', read) : undefined,
        ];
      },
      [],
      // Addresses that are no resources tell of the server's health and numbers.
      isVain
        ? { from: 'all', atMost: 'low' }
        : isOfOwnKinds(rule) || rule.resources.length === 0
          ? { from: 'strict' }
          : isHarmless(served)
            ? { atMost: 'low' }
            : isLight(rule, served)
              ? { atMost: 'medium' }
              : {},
    );
  },
});

/** Resources that hold no secrets, start nothing and send nothing anywhere: changing them disturbs those who wrote them, and nothing more. */
const bookkeeping =
  /^(?:leases|events|csistoragecapacities|csinodes|controllerrevisions|poddisruptionbudgets|priorityclasses)(?:\/status)?$/;
const isHarmless = (served: readonly Word[]): boolean =>
  served.length > 0 && served.every(({ text }) => bookkeeping.test(text));

/** Resources that decide where traffic goes: whoever changes them reads and misleads some of it, and runs nothing. */
const traffic = /^(?:services|ingresses|endpoints|endpointslices|httproutes|grpcroutes)(?:\/status)?$/;
/** Storage that is asked for in one namespace: who may do all with it deletes data there, and runs nothing. */
const claims = /^persistentvolumeclaims(?:\/status)?$/;
const isLight = ({ role }: PolicyRule, served: readonly Word[]): boolean =>
  served.length > 0 &&
  served.every(
    ({ text }) => traffic.test(text) || bookkeeping.test(text) || (role.kind === 'Role' && claims.test(text)),
  );

/** Which groups `*` stands for the resources of; nothing for those of all. */
function ofGroups(groups: readonly Word[]): string {
  if (groups.length === 0 || groups.some(({ text }) => text === '*')) return '';
  const names = groups.map(({ text }) => (text === '' ? 'the core group' : text));
  return ` of ${names.join(', ')}`;
}
