/** Where a control of Linux would change nothing or stop the program, so that its absence is no news. */
import type { Weight } from '../../../contract/finding.ts';
import { weightOfContainersWork } from '../../../contract/node-work.ts';
import type { Container } from '../../../model/kubernetes/container.ts';

/**
 * Privileged containers have all capabilities, no seccomp profile and may always escalate (Kubernetes documentation, "Privileged containers"); pods that select
 * nodes of Windows get none of these controls; and what is made to have all rights of the node works with them.
 */
export const withoutEffectHere = (container: Container): Weight =>
  container.securityContext.at('privileged').is(true) ||
  container.pod.at('nodeSelector', 'kubernetes.io/os').is('windows')
    ? { from: 'strict' }
    : weightOfContainersWork(container, 'privileges');
