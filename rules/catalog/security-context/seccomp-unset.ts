import { container, pod } from '../../contract/example.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeScore,
  kubescape,
  nsa,
  pss,
  trivy,
} from '../../contract/rule.ts';
import { withoutEffectHere } from './shared/obvious.ts';

export default defineRule({
  id: 'seccomp-unset',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  setByConstraints: true,
  fix: 'review',
  title: 'No seccomp profile is set',
  protection: 'seccomp',
  why: 'Without a profile the container may call every system call of the kernel, also those that hardly any program needs and many kernel exploits do.',
  remedy: 'Set `seccompProfile: {type: RuntimeDefault}` on the container, or once on the pod.',
  ignoreWhen: 'The kubelets of the cluster run with `seccompDefault`, so that the default is set for you.',
  standards: [pss('restricted', 'seccompProfile_restricted'), cis('5.7.2'), nsa()],
  aliases: [
    checkov('CKV_K8S_31'),
    trivy('KSV-0030'),
    trivy('KSV-0104'),
    kubescape('C-0210'),
    kubescape('set-seccomp-profile'),
    kubescape('C-0055'),
    kubeScore('container-seccomp-profile'),
    kubeaudit('seccomp'),
    kubeaudit('SeccompProfileMissing'),
    kics('Seccomp Profile Is Not Configured'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        securityContext:
      -   seccompProfile: {}
      +   seccompProfile:
      +     type: RuntimeDefault
      `,
    ],
    good: [
      container`
        securityContext:
          seccompProfile:
            type: Localhost
            localhostProfile: profiles/web.json
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // Seccomp is Linux's.
    if (container.pod.isExemptFromLinuxControls(kubernetesMinor)) return;
    const { field, missing } = container.effective('seccompProfile');
    const type = field.at('type');
    if (!missing && !type.missing) return;
    report(
      missing ? field : type,
      `Runs without a seccomp profile: ${container.label}.`,
      () => ({
        title: "Use the runtime's seccomp profile",
        changes: [type.set('RuntimeDefault')],
        hardens: true,
      }),
      [],
      withoutEffectHere(container),
    );
  },
});
