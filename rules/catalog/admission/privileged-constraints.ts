import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';

export default defineRule({
  id: 'privileged-constraints',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Security context constraints allow privileged containers',
  why: 'A privileged container is root on its node. Whoever may use these constraints can run one.',
  remedy:
    'Set `allowPrivilegedContainer: false`; who needs more uses the `privileged` constraints of the platform, which few may.',
  ignoreWhen: 'They are bound to one account of the platform alone, such as that of a storage driver.',
  aliases: [kubeLinter('scc-deny-privileged-container')],
  examples: {
    bad: [
      objects`
        SecurityContextConstraints builder
      -   allowPrivilegedContainer: true
      +   allowPrivilegedContainer: false
      `,
      objects`
        SecurityContextConstraints agents
          allowHostNetwork: true
          allowPrivilegedContainer: true
          runAsUser:
            type: RunAsAny
      `,
    ],
    good: [objects`SecurityContextConstraints builder`],
  },

  check(resource, report) {
    if (!resource.is('SecurityContextConstraints', 'security.openshift.io')) return;
    const privileged = resource.at('allowPrivilegedContainer');
    if (privileged.is(true))
      report(privileged, `Lets everybody who may use it run privileged containers: ${resource.name}.`, () => ({
        title: 'Allow no privileged containers',
        consequence: 'pods that ask for them are refused',
        changes: [privileged.set(false)],
        assumes: 'no pod that is admitted by it needs privileges',
      }));
  },
});
