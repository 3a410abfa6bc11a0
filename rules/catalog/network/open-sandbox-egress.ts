import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { isEverything, readBlock } from '../../model/kubernetes/address.ts';
import { isEmptySelector } from '../../model/kubernetes/network.ts';
import { isSandbox } from '../../model/kubernetes/sandbox.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'open-sandbox-egress',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Sandboxed code may call any address',
  why: 'Sandboxed code is not trusted: it can send data out, download more code, and try the services of the cluster. The default policy lets it reach the internet.',
  remedy: 'Write a `networkPolicy` whose egress rules name what the code needs, and nothing else.',
  aliases: [kubescape('agent-sandbox-egress-policy'), kubescape('C-0301')],
  examples: {
    bad: [
      objects`
        SandboxTemplate.extensions.agents.x-k8s.io/v1beta1 python
          networkPolicyManagement: Unmanaged
          podTemplate:
            spec:
              runtimeClassName: gvisor
              containers:
                - name: python
                  image: python:3.14-slim
      `,
      objects`
        SandboxTemplate.extensions.agents.x-k8s.io/v1beta1 python
          networkPolicy:
            egress:
              - to:
                  - ipBlock:
                      cidr: 0.0.0.0/0
                      except: [10.0.0.0/8]
      `,
    ],
    good: [
      objects`
        SandboxTemplate.extensions.agents.x-k8s.io/v1beta1 python
          networkPolicy:
            egress: []
      `,
      objects`
        SandboxTemplate.extensions.agents.x-k8s.io/v1beta1 python
          networkPolicyManagement: Managed
          networkPolicy:
            egress:
              - to:
                  - podSelector:
                      matchLabels:
                        app: package-mirror
                ports:
                  - port: 443
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('SandboxTemplate') || !isSandbox(resource)) return;
    const management = resource.at('spec', 'networkPolicyManagement');
    const policy = resource.at('spec', 'networkPolicy');
    if (management.unknown || policy.unknown) return;
    if (management.present && !management.is('Managed')) {
      report(management, `Nothing limits what sandboxes may call: ${resource.name}.`, () => ({
        title: policy.present ? 'Put its policy in force' : 'Let nothing in or out until rules say what is needed',
        changes: [management.set('Managed'), ...(policy.present ? [] : [policy.set({ egress: [] })])],
      }));
      return;
    }
    if (policy.missing) {
      report(
        resource,
        `May call every address of the internet by the default policy: sandboxes of ${resource.name}.`,
        () => ({
          title: 'Let nothing in or out until rules say what is needed',
          changes: [policy.set({ egress: [] })],
        }),
      );
      return;
    }
    const egress = policy.at('egress');
    if (policy.isWrongType('map') || egress.isWrongType('list')) {
      const wrong = policy.isWrongType('map') ? policy : egress;
      report(wrong, `Has the wrong shape, so no policy is made: ${wrong.key}.`);
      return;
    }
    for (const rule of egress.items) {
      const to = reached(rule);
      if (to !== undefined) report(to.field, `May call ${to.what}: sandboxes of ${resource.name}.`);
    }
  },
});

/** Whom a rule lets be called that names nobody in particular. */
function reached(rule: Field): { readonly field: Field; readonly what: string } | undefined {
  const to = rule.at('to');
  if (to.unknown || rule.unknown) return undefined;
  if (to.items.length === 0) return { field: rule, what: 'every address' };
  for (const field of to.items) {
    const block = field.at('ipBlock', 'cidr');
    const cidr = block.string === undefined ? undefined : readBlock(block.string);
    if (cidr !== undefined && isEverything(cidr)) return { field, what: 'every address of the internet' };
    const selectors = [field.at('namespaceSelector'), field.at('podSelector')];
    if (
      block.present ||
      selectors.some((selector) => selector.unknown || (selector.isMap && !isEmptySelector(selector)))
    )
      continue;
    const what = selectors[0]?.present ? 'every pod of the cluster' : 'every pod of its namespace';
    return { field, what: selectors.some(({ present }) => present) ? what : 'whom this rule forgets to name' };
  }
  return undefined;
}
