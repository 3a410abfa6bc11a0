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

/**
 * Sockets through which the virtual machines or system containers of a node are commanded: each starts one with any disk of the node. Sources: libvirt.org,
 * "Remote support"; linuxcontainers.org, Incus, "About security"; read 2026-11-28.
 */
const machineSockets: ReadonlyMap<string, string> = new Map([
  ['/var/run/libvirt/libvirt-sock', 'libvirt'],
  ['/var/run/libvirt/virtqemud-sock', 'libvirt'],
  ['/var/lib/incus/unix.socket', 'Incus'],
  ['/var/lib/lxd/unix.socket', 'LXD'],
  ['/var/snap/lxd/common/lxd/unix.socket', 'LXD'],
]);

const engineSockets: readonly string[] = [...runtimeSockets, ...machineSockets.keys()];

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
  // Talos keeps the keys of etcd and of the API server there.
  '/system/secrets',
  '/usr',
  '/var/lib/containerd',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/k0s/etcd',
  '/var/lib/k0s/pki',
  '/var/lib/kubelet',
  '/var/lib/rancher/k3s/server',
  '/var/lib/rancher/rke2/server',
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
export const isRuntimeSocket = (path: string): boolean =>
  engineSockets.some((socket) => isSocketOrFolder(path, socket));

const isSocketOrFolder = (path: string, socket: string): boolean =>
  path === socket ||
  (path !== '/var/run' && path !== '/' && path.split('/').length > 3 && socket.startsWith(`${path}/`));

/** What starts machines at a socket, by its name; undefined for that of a container engine. @param path normalised. */
export const machinesAt = (path: string): string | undefined =>
  [...machineSockets].find(([socket]) => isSocketOrFolder(path, socket))?.[1];

/** The folder where the sockets of a node lie: reading it is enough to connect to them. @param path normalised. */
export const isFolderOfSockets = (path: string): boolean => path === '/var/run';

/** Whether one of them lies there. What is below `/var` alone is not: `/var/run` is a link to `/run` there. @param path normalised. */
export const holdsRuntimeSocket = (path: string): boolean =>
  path !== '/var' && engineSockets.some((socket) => covers(path, socket));

/** Whether one path is the other, or a folder that it lies in. Both normalised. */
export const covers = (folder: string, path: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);

/**
 * Devices that give nothing of the host away but themselves (graphics, sound, cameras, serial lines, tunnels, guests of KVM, shared memory, random bytes), the
 * time zone, and the lock that changes of the packet filter wait for. Sources: Linux, "devices.txt"; the Filesystem Hierarchy Standard 3.0; iptables(8), "--wait".
 */
const plainPaths =
  /^\/(?:dev\/(?:dri|snd|shm|null|zero|full|random|urandom|net\/tun|fuse|kvm|video\d+|tty(?:USB|ACM|AMA)\d+|serial|apex_\d+|hailo\d+)|etc\/(?:localtime|timezone)|usr\/share\/zoneinfo|var\/run\/xtables\.lock)(?:\/|$)/;

/**
 * What of `/run` decides over the machine, whose secrets it holds, or through whom it is commanded. Any other name there is the state of one program. Sources:
 * file-hierarchy(7) of systemd; the documentation of each container runtime.
 */
const partsOfRun =
  /^\/var\/run(?:\/(?:secrets|systemd|dbus|docker|containerd|crio|podman|k3s|k0s|netns|libvirt|credentials|user|cilium|calico|flannel|multus|kubernetes|lock|log|initramfs|mount|nscd|sshd|sudo|lvm|udev\/rules\.d|[^/]*\.sock(?:et)?)(?:\/|$))?$|^\/var\/run\/(?:secrets|systemd|dbus|docker|containerd|crio|podman|k3s|k0s|netns|libvirt|credentials|cilium|calico|kubernetes|sudo|udev\/rules\.d)\/|^\/var\/run\/(?:.{0,200}\/)?[^/]*\.sock(?:et)?$/;

/** Sounds and pictures of whoever is logged in. Sources: PulseAudio, PipeWire and Wayland, on their sockets. */
const ofDesktops = /^\/var\/run\/user\/\d+\/(?:pulse|pipewire-\d+|wayland-\d+|bus)(?:\/|$)/;

/** A program's own folder of settings, by no name that the system has: it is the host of that program. Sources: the Compose files of each. */
const ofOnePrograms =
  /^\/etc\/(?:pihole|dnsmasq\.d|wireguard|unbound|adguardhome|homeassistant|mosquitto|traefik|frigate|letsencrypt)(?:\/|$)/;

/** Below every permission. Source: Linux kernel documentation, "Linux allocated devices". */
const rawDevices: readonly (readonly [RegExp, string])[] = [
  [/^\/dev\/(?:sd[a-z]+|hd[a-z]|vd[a-z]+|xvd[a-z]+|nvme\d+|mmcblk\d+|dm-\d+|md\d+|loop\d+)/, 'a disk'],
  [/^\/dev\/(?:mapper|disk|block)(?:\/|$)/, 'a disk'],
  [/^\/dev\/(?:mem|kmem|port|kcore)$/, 'the memory'],
  [/^\/dev\/?$/, 'every device'],
];

/** What a device is with which all that is stored or kept is read: `a disk`; undefined for others. */
export const rawDeviceAt = (path: string): string | undefined => rawDevices.find(([form]) => form.test(path))?.[1];

/** Whether a path shows nothing of the host that is worth a word. @param path normalised. */
export const tellsNothing = (path: string): boolean =>
  plainPaths.test(path) ||
  ofDesktops.test(path) ||
  ofOnePrograms.test(path) ||
  (path.startsWith('/var/run/') && !partsOfRun.test(path));

/**
 * What somebody keeps in their home under a name that does not begin with a dot is data of theirs; keys and what a login runs lie under dots. Source: the
 * Filesystem Hierarchy Standard 3.0, "/home" and "/root".
 */
const dataOfAHome = /^\/(?:home\/[^/]+|root)(?:\/[^./][^/]*)+$/;

/** The sensitive folder that a path is, lies in, or contains; `/` contains all. @param path normalised. */
export function sensitiveFolderOf(path: string): string | undefined {
  if (path === '/' || path === '/var' || path === '/opt') return path;
  if (tellsNothing(path) || dataOfAHome.test(path)) return undefined;
  return sensitiveFolders.find((folder) => path === folder || path.startsWith(`${folder}/`));
}

/**
 * What every account of a node may read, since it holds no secrets: programs, libraries, kernels, the node's identity, whom it trusts. Source: the
 * Filesystem Hierarchy Standard 3.0; the permissions that Debian and Fedora install these with.
 */
const openToAll =
  /^\/(?:bin|boot|lib|lib64|sbin|usr|etc\/(?:ca-certificates|group|hostname|hosts|lsb-release|machine-id|nsswitch\.conf|os-release|passwd|redhat-release|resolv\.conf|ssl\/certs|pki\/(?:ca-trust|tls\/certs))|var\/run\/udev\/data)(?:\/|$)/;

/** Whether reading a path tells nothing that is secret. @param path normalised. */
export const isOpenToAll = (path: string): boolean => openToAll.test(path);

/** Devices that compute and show pictures: no disk, no memory of the node. Source: Linux, devices.txt. @param path normalised. */
export const isGraphics = (path: string): boolean => /^\/dev\/(?:nvidia[\w-]*|dri|kfd)(?:\/|$)/.test(path);

/** Where pods and container runtimes write their logs. @param path normalised. */
export const isOfLogs = (path: string): boolean =>
  /^\/var\/(?:log|lib\/docker\/containers|run\/log)(?:\/|$)/.test(path);

/**
 * What programs read of a node without changing it: its system, its identity, its settings of names and certificates, its logs. Exactly these
 * folders and files; what lies below them where `below` says so. Sources: the Filesystem Hierarchy Standard 3.0 and the run instructions of
 * node-exporter, cAdvisor, Fluent Bit, Promtail and Filebeat, read 2026-11-27.
 */
const readOfTheNode: readonly { readonly path: string; readonly below: boolean }[] = [
  ...['/', '/etc', '/var/log'].map((path) => ({ path, below: false })),
  ...[
    '/bin',
    '/boot',
    '/etc/ca-certificates',
    '/etc/group',
    '/etc/hostname',
    '/etc/hosts',
    '/etc/localtime',
    '/etc/lsb-release',
    '/etc/machine-id',
    '/etc/nsswitch.conf',
    '/etc/os-release',
    '/etc/passwd',
    '/etc/pki',
    '/etc/redhat-release',
    '/etc/resolv.conf',
    '/etc/ssl',
    '/etc/timezone',
    '/lib',
    '/lib64',
    '/proc',
    '/sbin',
    '/sys',
    '/usr/bin',
    '/usr/lib',
    '/usr/lib64',
    '/usr/local/share/ca-certificates',
    '/usr/sbin',
    '/usr/share',
    '/usr/src',
    '/var/lib/docker/containers',
    '/var/log/audit',
    '/var/log/containers',
    '/var/log/journal',
    '/var/log/pods',
    '/var/run/log/journal',
    '/var/run/udev/data',
  ].map((path) => ({ path, below: true })),
];

/** What programs read there without changing it. @param path normalised. */
export function isReadOfTheNode(path: string): boolean {
  return readOfTheNode.some((known) => path === known.path || (known.below && path.startsWith(`${known.path}/`)));
}

/** Parts of paths that name what a program keeps, in words. */
export const stateWords =
  'acme appdata archive archives backup backups blob blobs cache caches certbot content database databases db dehydrated download downloads dump dumps export exports files home incoming keys lego letsencrypt live log logs mail media mnt mysql output outputs persist persistent pgdata plugins postgres private queue recordings registry repo repos repositories root run save saves sessions snapshots spool state storage store tmp temp transcode tsdb upload uploads user users var vol volume volumes wal work workdir workspace www';

/** Programs that change what others read, by a word of the path; `/` stands for any path. */
export const writersOf: { readonly [part: string]: string } = {
  '/': 'certbot* lego acme* dehydrated step-ca* step cfssl* cert-manager* swag nginx-proxy-manager* caddy* pihole* pi-hole unbound-root-hints* ansible* puppet* chef* salt* cloud-init etckeeper git-sync* syncthing* rsync* rclone restic* duplicati* unison* nextcloud* owncloud* filebrowser* sftp* vsftpd* samba* cockpit* webmin* installer* *-installer* install-cni kured* update* *updater* sysctl modprobe useradd usermod adduser crontab',
  log: 'fluentd* fluent-bit* td-agent* fluent* rsyslog* syslog-ng* logrotate* journald* audit*',
  ssl: 'update-ca-certificates update-ca-trust trust openssl mkcert*',
  certs: 'update-ca-certificates update-ca-trust trust openssl mkcert*',
  pki: 'update-ca-certificates update-ca-trust trust openssl mkcert* kubeadm* easyrsa*',
};
