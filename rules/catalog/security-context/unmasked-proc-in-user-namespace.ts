import { pod } from '../../contract/example.ts';
import { defineRule, pss } from '../../contract/rule.ts';

export default defineRule({
  id: 'unmasked-proc-in-user-namespace',
  subject: 'container',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: '/proc is not masked, in a user namespace',
  why: 'The user namespace keeps the container from changing the kernel, but an unmasked /proc still shows more of the node than a restricted pod may see.',
  remedy: 'Remove `procMount` unless containers are run inside this one.',
  ignoreWhen: 'It runs containers inside the container, which is what the setting is for.',
  standards: [pss('restricted', 'procMount_restricted')],
  examples: {
    bad: [
      pod`
        hostUsers: false
        containers:
          - name: builder
            image: moby/buildkit:v0.25-rootless
      -     securityContext:
      -       procMount: Unmasked
        #                ^^^^^^^^ unmasked-proc-in-user-namespace 💡
      `,
      pod`
        hostUsers: false
        containers:
          - name: builder
            image: moby/buildkit:v0.25-rootless
            securityContext: { procMount: Unmasked }
      `,
    ],
    good: [
      pod`
        hostUsers: false
        containers:
          - name: builder
            image: moby/buildkit:v0.25-rootless
            securityContext:
              procMount: Default
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    if (!container.pod.hasUserNamespace || kubernetesMinor < 35) return;
    const field = container.securityContext.at('procMount');
    if (field.string === undefined || field.string === 'Default') return;
    report(
      field,
      `Sees /proc unmasked, which the restricted level refuses in user namespaces too: ${container.label}.`,
      () => ({
        title: 'Use the default, masked /proc',
        changes: [field.remove()],
      }),
    );
  },
});
