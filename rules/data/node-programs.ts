/**
 * Programs whose work is the node itself, and what of it they are made to have. Each runs on every node, and would not be what it is without. Sources: the
 * DaemonSet that each project documents; Kubernetes documentation, "Pod Security Standards", on infrastructure workloads; read 2026-11-27.
 */

/**
 * `network`, `processes`: those of the node. `privileges`: all rights, capabilities, no confinement, mounts on the node. `disk`: folders of the system.
 * `logs`: where pods and runtimes write them.
 */
export type NodeNeed = 'network' | 'processes' | 'privileges' | 'disk' | 'logs';

/** By the last parts of an image's repository; a mirror keeps them. */
const nodePrograms: readonly { readonly image: RegExp; readonly needs: readonly NodeNeed[] }[] = [
  // The network of the cluster.
  {
    image:
      /(?:^|\/)(?:cilium\/cilium|calico\/(?:node|cni)|flannel|flannel-cni-plugin|kube-proxy|weave-kube|antrea-(?:agent-)?ubuntu|kube-router|multus(?:-cni)?|kindnetd|amazon-k8s-cni|kube-ovn)$/,
    needs: ['network', 'privileges', 'disk'],
  },
  { image: /(?:^|\/)(?:cilium\/operator(?:-\w+)?|tigera\/operator|k8s-dns-node-cache)$/, needs: ['network'] },
  { image: /(?:^|\/)(?:metallb\/speaker|kube-vip)$/, needs: ['network', 'privileges'] },
  // Disks: the pod of a CSI driver that registers it with the kubelet.
  { image: /(?:^|\/)csi-node-driver-registrar$/, needs: ['network', 'privileges', 'disk'] },
  // Those who watch it.
  { image: /(?:^|\/)node[-_]exporter$/, needs: ['network', 'processes', 'disk'] },
  { image: /(?:^|\/)cadvisor$/, needs: ['disk', 'logs'] },
  {
    image: /(?:^|\/)(?:falco(?:-no-driver)?|cilium\/tetragon)$/,
    needs: ['network', 'processes', 'privileges', 'disk'],
  },
  { image: /(?:^|\/)kube-bench$/, needs: ['processes', 'disk'] },
  {
    image: /(?:^|\/)(?:fluentd[\w-]*|fluent-bit|filebeat|promtail|vector|alloy)$/,
    needs: ['logs'],
  },
];

/** What the program of an image is made to have. @param repository with its registry or without, no tag. */
export function workOf(repository: string): readonly NodeNeed[] {
  return nodePrograms.flatMap(({ image, needs }) => (image.test(repository) ? needs : []));
}
