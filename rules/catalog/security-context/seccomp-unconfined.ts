import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { container, pod } from '../../contract/example.ts';
import { type Fix, inheritedBy, type Related } from '../../contract/finding.ts';
import { weightOfPartsWork, weightOfWork } from '../../contract/node-work.ts';
import { checkov, cis, defineRule, kubeaudit, kubescape, nsa, pss, trivy } from '../../contract/rule.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import type { Field } from '../../yaml/field.ts';

const allowed = ['RuntimeDefault', 'Localhost'];

import { assumingWithout } from '../../model/program/needs.ts';

const thePod = 'the pod';

export default defineRule({
  id: 'seccomp-unconfined',
  subject: 'container',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  title: 'Seccomp is disabled',
  why: 'Somebody chose to let the container call every system call of the kernel, also where the cluster sets a profile by default.',
  remedy: 'Use `RuntimeDefault`, or a `Localhost` profile that allows the one call it needs.',
  ignoreWhen:
    'The program, such as a debugger or a nested container runtime, needs calls that no profile of yours allows yet.',
  // The restricted level forbids this too; its own rule speaks only of what is missing.
  standards: [
    pss('baseline', 'seccompProfile_baseline'),
    pss('restricted', 'seccompProfile_restricted'),
    cis('5.7.2'),
    nsa(),
  ],
  aliases: [
    checkov('CKV_K8S_31'),
    trivy('KSV-0030'),
    trivy('KSV-0104'),
    kubeaudit('seccomp'),
    kubeaudit('SeccompDisabledPod'),
    kubeaudit('SeccompDisabledContainer'),
    kubescape('C-0210'),
    kubescape('C-0055'),
  ],
  examples: {
    bad: [
      pod`
        securityContext:
          seccompProfile:
      -     type: Unconfined
      +     type: RuntimeDefault
      `,
      container`
        securityContext:
      -   seccompProfile: { type: Unconfined }
      +   seccompProfile: { type: RuntimeDefault }
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report) {
    const judge = (type: Field, who: string, by: readonly Container[], related: readonly Related[]): void => {
      if (type.string === undefined || allowed.includes(type.string)) return;
      const fix = (): Fix => ({
        title: "Use the runtime's seccomp profile (calls it forbids fail)",
        changes: [type.set('RuntimeDefault')],
        hardens: true,
        ...assumingWithout(
          by.map(({ program }) => program),
          'the calls that it forbids',
          'privileged',
        ),
      });
      report(type, `Sets the seccomp profile to ${type.string}, which confines nothing: ${who}.`, fix, related, {
        ...(who === thePod ? weightOfWork(container.pod, 'privileges') : weightOfPartsWork(container, 'privileges')),
        ...besidePrivileges(by),
      });
    };
    const { pod, securityContext } = container;
    const shared = pod.at('securityContext', 'seccompProfile', 'type');
    const inheriting = pod.inheriting('seccompProfile');
    judge(shared, thePod, inheriting, inheritedBy(inheriting));
    const overridden = shared.string !== undefined && allowed.includes(shared.string);
    judge(
      securityContext.at('seccompProfile', 'type'),
      container.label,
      [container],
      overridden ? [{ place: shared, message: `The pod's ${shared.string} does not count for it.` }] : [],
    );
  },
});
