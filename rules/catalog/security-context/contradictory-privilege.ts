import { container } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { withoutPropagation } from '../../model/kubernetes/volume.ts';
import { assumingWithout, privilegedNeeds } from '../../model/program/needs.ts';

export default defineRule({
  id: 'contradictory-privilege',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Privilege is both granted and forbidden',
  why: 'The API server refuses a container that is privileged, or gets SYS_ADMIN, and may not escalate privileges. The pod is never created.',
  remedy: 'Remove the privilege, or allow escalation.',
  examples: {
    bad: [
      container`
        securityContext:
      -   privileged: true
      +   privileged: false
          allowPrivilegeEscalation: false
      `,
      container`
        securityContext:
          allowPrivilegeEscalation: false
          capabilities:
            add:
              - CAP_SYS_ADMIN
      `,
    ],
    good: [
      container`
        securityContext:
          privileged: true
      `,
      container`
        securityContext:
          allowPrivilegeEscalation: false
          capabilities:
            add:
              - NET_BIND_SERVICE
      `,
    ],
  },

  check(container, report) {
    const { securityContext } = container;
    if (!securityContext.at('allowPrivilegeEscalation').is(false)) return;
    const privileged = securityContext.at('privileged');
    if (privileged.is(true))
      report(
        privileged,
        `Refused by the API server, as it is privileged and may not escalate: ${container.label}.`,
        () => ({
          title: 'Remove the privilege',
          consequence: 'what needs the devices of the node stops working',
          changes: [privileged.set(false), ...withoutPropagation(container)],
          ...assumingWithout([container.program], 'privileges', ...privilegedNeeds),
        }),
      );
    // What validation compares with, to the letter (k8s.io/kubernetes/pkg/apis/core/validation, ValidateSecurityContext).
    for (const { text, field } of securityContext.at('capabilities', 'add').strings)
      if (text === 'CAP_SYS_ADMIN')
        report(
          field,
          `Refused by the API server, as it adds ${text} and may not escalate: ${container.label}.`,
          () => ({
            title: `Do not add ${text}`,
            consequence: 'what mounts or changes the node stops working',
            changes: [field.remove()],
            ...assumingWithout([container.program], text, text),
          }),
        );
  },
});
