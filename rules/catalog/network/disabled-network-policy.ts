import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { helmValuesOf } from '../../model/kubernetes/helm-values.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'disabled-network-policy',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Policy that a chart or an operator brings is turned off',
  why: 'Its authors know who has to reach the pods. Without the policy every pod of the cluster does.',
  remedy: 'Leave it on, and let through who else has to reach the pods.',
  ignoreWhen: 'A policy of your own selects the pods, or the network of the cluster knows none.',
  examples: {
    bad: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 shop/cache
          interval: 1h
          values:
            networkPolicy:
              enabled: false
      `,
      objects`
        Keycloak.k8s.keycloak.org/v2alpha1 shop/login
          instances: 1
          networkPolicy:
            enabled: false
      `,
    ],
    good: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 shop/cache
          interval: 1h
          values:
            networkPolicy:
              enabled: true
              allowExternal: false
      `,
      objects`
        Keycloak.k8s.keycloak.org/v2alpha1 shop/login
          instances: 1
          networkPolicy:
            enabled: true
      `,
    ],
  },

  check(resource, report) {
    // Most objects do not have the word.
    if (!/network_?polic/i.test(resource.document.text)) return;
    const values = helmValuesOf(resource);
    const offs =
      values.length > 0
        ? values.flatMap(({ keys, field, place }) => (isOff(keys, field) ? [place] : []))
        : switchesOf(resource);
    for (const place of offs) report(place, `Turns off the network policy that comes along: ${resource.label}.`);
  },
});

/** `networkPolicy: false`, or `enabled: false` in it; `create` is the switch of many charts. */
function isOff(keys: readonly string[], field: Field): boolean {
  if (field.text !== 'false') return false;
  const [last = '', above = ''] = [keys.at(-1), keys.at(-2)];
  return isPolicy.test(last) || (/^(?:enabled?|create)$/.test(last) && isPolicy.test(above));
}

const isPolicy = /^network_?polic(?:y|ies)$/i;

/** Of objects of operators: in the first two levels of their spec, where such switches are. */
function switchesOf(resource: Resource): readonly Field[] {
  if (!resource.group.includes('.') || resource.group.endsWith('.k8s.io')) return [];
  const spec = resource.at('spec');
  return [...spec.entries, ...spec.entries.flatMap(([, part]) => (part.isMap ? part.entries : []))].flatMap(
    ([key, field]) =>
      [
        { keys: [key], field },
        { keys: [key, 'enabled'], field: field.at('enabled') },
        { keys: [key, 'create'], field: field.at('create') },
      ].flatMap((one) => (isOff(one.keys, one.field) ? [one.field] : [])),
  );
}
