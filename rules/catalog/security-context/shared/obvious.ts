/** Where a control of Linux would change nothing, so that its absence is no news. */
import type { Weight } from '../../../contract/finding.ts';
import type { Container } from '../../../model/kubernetes/container.ts';

/**
 * Privileged containers have all capabilities, no seccomp profile and may always escalate (Kubernetes documentation, "Privileged containers"); pods that select
 * nodes of Windows get none of these controls.
 */
export const withoutEffectHere = ({ pod, securityContext }: Container): Weight =>
  securityContext.at('privileged').is(true) || pod.at('nodeSelector', 'kubernetes.io/os').is('windows')
    ? { from: 'strict' }
    : {};
