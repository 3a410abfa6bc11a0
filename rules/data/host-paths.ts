/**
 * Paths of a node that a container should not see. Sources: the Filesystem Hierarchy Standard 3.0 for what lies where; the
 * documentation of each container runtime for its socket; read 2026-11-23.
 */

/** Sockets through which a container runtime is commanded, and folders that hold one. */
const runtimeSockets: readonly string[] = [
  '/var/run/docker.sock',
  '/var/run/docker/containerd/containerd.sock',
  '/var/run/containerd/containerd.sock',
  '/var/run/crio/crio.sock',
  '/var/run/dockershim.sock',
  '/var/run/cri-dockerd.sock',
  '/var/run/podman/podman.sock',
  '/var/run/k3s/containerd/containerd.sock',
  '/var/run/k0s/containerd.sock',
  '/var/snap/microk8s/common/run/containerd.sock',
  '/var/run/frakti.sock',
];

/** Folders whose content decides what the node runs and whom it trusts; what lies below them counts too. */
const sensitiveFolders: readonly string[] = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/home',
  '/lib',
  '/lib64',
  '/opt/cni',
  '/proc',
  '/root',
  '/sbin',
  '/sys',
  '/usr',
  '/var/lib/containerd',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/kubelet',
  '/var/run',
];

/** `/run` and `/var/run` are one folder; doubled and trailing slashes, `.` and `..` mean nothing to the kernel. */
export function normalHostPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const plain = `/${parts.join('/')}`;
  return plain === '/run' || plain.startsWith('/run/') ? `/var${plain}` : plain;
}

/** @param path normalised. */
export function isRuntimeSocket(path: string): boolean {
  return (
    runtimeSockets.includes(path) ||
    runtimeSockets.some(
      (socket) => path !== '/var/run' && path !== '/' && path.split('/').length > 3 && socket.startsWith(`${path}/`),
    )
  );
}

/** The sensitive folder that a path is, lies in, or contains; `/` contains all. @param path normalised. */
export function sensitiveFolderOf(path: string): string | undefined {
  if (path === '/' || path === '/var' || path === '/opt') return path;
  return sensitiveFolders.find((folder) => path === folder || path.startsWith(`${folder}/`));
}
