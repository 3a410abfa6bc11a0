/**
 * What a container may use and is promised. Source: Kubernetes documentation, "Resource Management for Pods and Containers"; KEP-2837 for the
 * resources of a whole pod.
 */
import type { Report } from '../../rule.ts';
import type { Container } from './container.ts';

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
      ? `${container.title} may use all ${what} of its node.`
      : `${container.title} is promised no ${what}.`,
  );
}
