import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'open-linkerd-policy',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Linkerd accepts calls without a certificate',
  why: 'Any pod of the cluster, and with `all-unauthenticated` anybody who reaches the network, calls the workloads, in plain text.',
  remedy: 'Set the annotation to `all-authenticated`, or to `deny` with policies for each server.',
  examples: {
    bad: [
      objects`
        Namespace shop
          annotations:
      -     config.linkerd.io/default-inbound-policy: all-unauthenticated
      +     config.linkerd.io/default-inbound-policy: all-authenticated
      `,
      objects`
        Pod web
          annotations:
            config.linkerd.io/default-inbound-policy: cluster-unauthenticated
      `,
    ],
    good: [
      objects`
        Namespace shop
          annotations:
            config.linkerd.io/default-inbound-policy: deny
      `,
    ],
  },

  check(resource, report) {
    const places = [resource.at('metadata'), ...resource.pods.map(({ template }) => template.at('metadata'))];
    const fields = places.map((metadata) => metadata.at('annotations', 'config.linkerd.io/default-inbound-policy'));
    const seen = new Set<number>();
    for (const field of fields) {
      // A bare pod is its own template.
      if (
        !/^(?:all-unauthenticated|cluster-unauthenticated|audit)$/.test(field.string ?? '') ||
        seen.has(field.anchor.start)
      )
        continue;
      seen.add(field.anchor.start);
      report(
        field,
        field.is('audit') ? 'Only records calls without a certificate.' : 'Accepts calls without a certificate.',
        () => ({
          title: 'Only let clients of the mesh in',
          consequence: 'others are refused',
          changes: [field.set('all-authenticated')],
          assumes: 'every client is in the mesh',
        }),
      );
    }
  },
});
