/**
 * Paths of a node that somebody takes it over by. Sources: the Filesystem Hierarchy Standard 3.0; Kubernetes documentation, "Volumes", hostPath, and
 * "Local Files And Paths Used By The Kubelet"; kubeadm, "Implementation details". Read 2026-11-28.
 */
import { covers, tellsNothing } from './host-paths.ts';

/** What is written here is run by the node, or decides whom it trusts. */
const runByNode: readonly string[] = [
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
  '/var/lib/kubelet',
  '/var/run/systemd',
  '/var/spool/cron',
];

/** Single devices, and what is data of somebody although it lies in one of these folders. */
const data = /^\/(?:dev\/(?!(?:sd|vd|xvd|nvme|dm-|mapper|disk|mem|kmem)).|home\/[^/]+\/+[^./]|root\/[^./])/;

/** Whether somebody who writes there, as root, has the node. @param path normalised. */
export const isRunByNode = (path: string): boolean =>
  !tellsNothing(path) && !data.test(path) && runByNode.some((folder) => covers(path, folder) || covers(folder, path));

/** Keys and passwords by which the node, or the cluster, knows somebody. */
const credentials: readonly string[] = [
  '/etc/kubernetes',
  '/etc/rancher',
  '/etc/shadow',
  '/root/.kube',
  '/root/.ssh',
  '/var/lib/etcd',
  '/var/lib/kubelet/pki',
];

/** Whether credentials of the node may be read there. @param path normalised. */
export const holdsCredentials = (path: string): boolean =>
  credentials.some((known) => covers(path, known) || covers(known, path));

/** Where the kubelet keeps the tokens and secrets of the pods of the node. */
const pods = '/var/lib/kubelet/pods';

/** Whether tokens of pods lie there. @param path normalised. */
export const holdsPodTokens = (path: string): boolean => covers(path, pods) || covers(pods, path);

/** Whether a link that is made there is followed by the kubelet when it reads logs. @param path normalised. */
export const holdsPodLogs = (path: string): boolean => covers(path, '/var/log/pods');

/** Whether the program that the kernel starts for a crash is named there. @param path normalised. */
export const holdsCorePattern = (path: string): boolean =>
  covers(path, '/proc/sys/kernel') || covers('/proc/sys/kernel', path);
