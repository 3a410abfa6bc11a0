import { container, pod } from '../../contract/example.ts';
import {
  checkov,
  cis,
  defineRule,
  kubeaudit,
  kubeLinter,
  kubescape,
  nsa,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import { programThatNeeds } from '../../model/program/needs.ts';
import { withoutEffectHere } from './shared/obvious.ts';

export default defineRule({
  id: 'privilege-escalation',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  setByConstraints: true,
  fix: 'review',
  title: 'Container may gain more privileges than it started with',
  protection: 'privilege escalation',
  why: 'A set-uid binary in the image, such as `su` or `mount`, makes any process root inside the container. From there a kernel or runtime bug leads to the node.',
  remedy:
    'Set `securityContext.allowPrivilegeEscalation: false`. Kubernetes then starts the process with `no_new_privs`.',
  ignoreWhen: 'The container is meant to change users with `sudo` or a set-uid program, and cannot be built otherwise.',
  standards: [pss('restricted', 'allowPrivilegeEscalation'), cis('5.2.6'), nsa()],
  aliases: [
    checkov('CKV_K8S_20'),
    trivy('KSV-0001'),
    kubescape('C-0016'),
    polaris('privilegeEscalationAllowed'),
    kubeaudit('privesc'),
    kubeaudit('AllowPrivilegeEscalationNil'),
    kubeaudit('AllowPrivilegeEscalationTrue'),
    kubeLinter('privilege-escalation-container'),
  ],
  examples: {
    bad: [
      container`
      + securityContext:
      +   allowPrivilegeEscalation: false
      `,
      container`
        securityContext:
          allowPrivilegeEscalation: true
      `,
    ],
    good: [
      pod`
        os:
          name: windows
        containers:
          - name: iis
            image: mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // Windows has no such flag; the API server refuses it there.
    if (container.pod.isExemptFromLinuxControls(kubernetesMinor)) return;
    const field = container.securityContext.at('allowPrivilegeEscalation');
    if (!field.missing && !field.is(true)) return;
    const message = field.missing
      ? `May escalate privileges: allowPrivilegeEscalation of ${container.label} is not false.`
      : `Allows privilege escalation: ${container.label}.`;
    report(
      field,
      message,
      () => {
        // The API server refuses the pair, and privilege cannot be taken away without a decision of its own.
        if (container.securityContext.at('privileged').is(true))
          return { refused: 'A privileged container cannot forbid escalation: remove `privileged: true` first.' };
        const program = programThatNeeds(container.program, 'setuid programs');
        return {
          title: 'Forbid privilege escalation',
          changes: [field.set(false)],
          hardens: true,
          // The flag is `no_new_privs`, under which programs of another user start as their caller (Linux, prctl(2)).
          ...(program === undefined ? {} : { assumes: `${program} is not run by another user than root` }),
        };
      },
      [],
      withoutEffectHere(container),
    );
  },
});
