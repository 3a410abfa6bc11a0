/**
 * What a container may use and is promised. Source: Kubernetes documentation, "Resource Management for Pods and Containers"; KEP-2837 for the
 * resources of a whole pod.
 */
import type { Report } from '../../../contract/finding.ts';
import type { Container } from '../../../model/kubernetes/container.ts';

export function reportMissingResource(
  container: Container,
  kind: 'limits' | 'requests',
  resource: 'cpu' | 'memory',
  report: Report,
): void {
  // A container for debugging takes what is there; the API gives it no resources.
  if (container.role === 'ephemeral') return;
  const field = container.at('resources', kind, resource);
  if (!field.missing) return;
  // What the pod has as a whole is shared by its containers.
  if (!container.pod.at('resources', kind, resource).missing) return;
  // A limit without a request is the request, too.
  if (kind === 'requests' && !container.at('resources', 'limits', resource).missing) return;
  const what = resource === 'cpu' ? 'CPU' : 'memory';
  report(
    container,
    kind === 'limits'
      ? `May use all ${what} of its node: ${container.label}.`
      : `Has no ${what} reserved: ${container.label}.`,
  );
}

/** A limit that stands for the request as well. */
export function reportImpliedRequest(container: Container, resource: 'cpu' | 'memory', report: Report): void {
  if (container.role === 'ephemeral') return;
  const limit = container.at('resources', 'limits', resource);
  if (!limit.present || !container.at('resources', 'requests', resource).missing) return;
  if (!container.pod.at('resources', 'requests', resource).missing) return;
  report(limit, `Reserves as much ${resource === 'cpu' ? 'CPU' : 'memory'} as it may ever use: ${container.label}.`);
}
