import { container, pod } from '../../contract/example.ts';
import { defineRule, nsa, trivy } from '../../contract/rule.ts';
import { unprivilegedUser } from '../../data/users.ts';

export default defineRule({
  id: 'root-group',
  subject: 'pod',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Pod runs with the group of root',
  why: 'Much in an image may be written by the group of root, and so may files of volumes.',
  remedy: 'Choose another group.',
  ignoreWhen: 'The platform gives every pod the group of root and a user of its own, as OpenShift does.',
  standards: [nsa()],
  aliases: [trivy('KSV-0116')],
  examples: {
    bad: [
      pod`
        securityContext:
          fsGroup: 0
      `,
      pod`
        securityContext:
          supplementalGroups: [0, 2000]
      `,
    ],
    good: [
      pod`
        securityContext:
          fsGroup: 2000
      `,
      container`
        securityContext:
          runAsGroup: 3000
      `,
    ],
  },

  check(pod, report) {
    const context = pod.at('securityContext');
    const groups = [
      context.at('runAsGroup'),
      context.at('fsGroup'),
      ...pod.containers.map((container) => container.securityContext.at('runAsGroup')),
    ];
    for (const group of groups)
      if (group.is(0))
        report(group, 'Runs with the group of root.', () => ({
          title: `Use group ${unprivilegedUser}`,
          changes: [group.set(unprivilegedUser)],
          assumes: forRootsGroup,
        }));
    for (const item of context.at('supplementalGroups').items)
      if (item.is(0))
        report(item, 'Runs with the group of root among others.', () => ({
          title: 'Remove the group of root',
          changes: [item.remove()],
          assumes: forRootsGroup,
        }));
  },
});

/** Images for any user give their files to the group of root (OpenShift, "Creating images", support arbitrary user ids). */
const forRootsGroup = 'no file is for the group of root alone';
