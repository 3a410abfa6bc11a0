/** Which namespaces are in a mesh. Source: Istio, "Installing the Sidecar" and "Add workloads to an ambient mesh". */
import type { Labels } from '../kubernetes/labels.ts';

export function isInMesh(labels: Labels | undefined): boolean {
  if (labels === undefined) return false;
  if (labels['istio-injection'] === 'enabled') return true;
  const mode = labels['istio.io/dataplane-mode'];
  return (
    mode === 'ambient' ||
    (labels['istio.io/rev'] !== undefined && mode !== 'none' && labels['istio-injection'] !== 'disabled')
  );
}
