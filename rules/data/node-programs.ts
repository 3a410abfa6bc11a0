/**
 * Programs whose work is the node or its network, and what of it they are made to have. None would be what it is without. Sources: the
 * DaemonSet, Compose file or command that each project documents; Kubernetes documentation, "Pod Security Standards", on infrastructure workloads; read 2026-11-27.
 */

/**
 * `socket`: commands the container engine. `network`, `processes`: those of the node. `tunnel`: a network device of its own (NET_ADMIN in its own network). `privileges`: all rights, capabilities, no confinement, mounts on the node. `disk`: folders of the system, to write into; `files`: the same, to read.
 * `logs`: where pods and runtimes write them.
 */
export type NodeNeed = 'socket' | 'network' | 'tunnel' | 'processes' | 'privileges' | 'disk' | 'files' | 'logs';

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
  // Routers: the routes of the node are what they change.
  { image: /(?:^|\/)(?:frr|bird|gobgp|exabgp|quagga|keepalived)$/, needs: ['network', 'tunnel', 'privileges'] },
  // Disks: the pod of a CSI driver that registers it with the kubelet.
  { image: /(?:^|\/)csi-node-driver-registrar$/, needs: ['network', 'privileges', 'disk'] },
  // Those who watch it.
  { image: /(?:^|[/-])node[-_]exporter$/, needs: ['network', 'processes', 'files'] },
  { image: /(?:^|\/)cadvisor$/, needs: ['files', 'logs'] },
  {
    image: /(?:^|\/)(?:falco(?:-no-driver)?|cilium\/tetragon)$/,
    needs: ['network', 'processes', 'privileges', 'disk'],
  },
  // Private networks: each is an end of a tunnel.
  {
    image:
      /(?:^|\/)(?:linuxserver\/wireguard|wg-easy\/wg-easy|weejewel\/wg-easy|qmcgaw\/gluetun|qdm12\/gluetun|kylemanna\/openvpn|openvpn\/openvpn-as|linuxserver\/openvpn-as|haugene\/transmission-openvpn|angelnu\/pod-gateway|firezone\/firezone|tailscale\/tailscale|netbirdio\/netbird|zerotier\/zerotier)$/,
    needs: ['tunnel'],
  },
  // Houses and their networks: what they look for answers to broadcasts alone.
  {
    image:
      /(?:^|\/)(?:homeassistant\/home-assistant|home-assistant\/home-assistant|linuxserver\/homeassistant|homebridge\/homebridge|seriousm4x\/upsnap|aceberg\/watchyourlan|jokobsk\/netalertx|netalertx\/netalertx)$/,
    needs: ['network'],
  },
  // Those who look for devices, or are found, by broadcasts.
  {
    image:
      /(?:^|\/)(?:esphome|plex|pms-docker|plex-media-server|jellyfin|emby|embyserver|roonserver|scrypted|shairport-sync|avahi|omada-controller|music-assistant|matter-server|python-matter-server)$/,
    needs: ['network'],
  },
  // Names and addresses of a network.
  { image: /(?:^|\/)(?:pihole\/pihole|adguard\/adguardhome|adguardhome|technitium\/dns-server)$/, needs: ['tunnel'] },
  {
    image:
      /openvpn|wireguard|tailscale|zerotier|amnezia|strongswan|libreswan|softether|(?:^|[/_-])wg(?:[_-]?(?:easy|portal|dashboard|access-server|ui|manager)|dashboard)/,
    needs: ['tunnel'],
  },
  // What it refuses or balances is the node's own.
  { image: /(?:^|\/)fail2ban$/, needs: ['network', 'tunnel'] },
  // It holds fail2ban, which its documentation asks NET_ADMIN for.
  { image: /(?:^|\/)linuxserver\/swag$/, needs: ['tunnel'] },
  // It starts the node again after updates.
  { image: /(?:^|\/)kured$/, needs: ['privileges', 'processes'] },
  { image: /(?:^|\/)(?:irqbalance|tuned)$/, needs: ['privileges', 'processes', 'network'] },
  { image: /(?:^|\/)rook\/ceph$/, needs: ['network', 'processes', 'privileges', 'disk'] },
  // Agents of a monitoring system, one a node: they read. What writes there, or commands the engine, is more than they are for.
  {
    image:
      /(?:^|\/)(?:metricbeat|elastic-agent|netdata|datadog\/agent|dd-agent|datadog-agent|zabbix-agent2?|zabbix\/agent2?|scope|beszel-agent|glances(?:-agent)?)$/,
    needs: ['network', 'processes', 'privileges', 'files', 'logs'],
  },
  {
    image: /(?:^|\/)(?:smartctl[-_]exporter|scrutiny|scrutiny-collector|fstrim|smartmontools)$/,
    needs: ['privileges', 'disk'],
  },
  // Disks of a cluster: what mounts them for other pods.
  {
    image:
      /csi-?(?:driver|plugin|node)|(?:lvm|zfs|efs|ebs|nfs|ceph|gce-pd|azuredisk|azurefile)-(?:driver|plugin|csi)|(?:^|\/)(?:local-volume-provisioner|longhorn-manager|node-disk-manager)$/,
    needs: ['network', 'processes', 'privileges', 'disk'],
  },
  // Made to command the engine: they manage, update or watch its containers, or build in them.
  {
    image:
      /(?:^|\/)(?:portainer(?:-ce|-ee)?|portainer\/agent|watchtower|ouroboros|dockge|dozzle|diun|yacht|autoheal|docker-autoheal|lazydocker|swarmpit|swarm-cronjob|komodo-periphery|periphery|ofelia|docker-gen|docker-gc|gitlab-runner|act_runner|drone-runner-docker|woodpecker-agent|dockcheck|docker-volume-backup|arcane|sablier|ctop|doco-cd)$/,
    needs: ['socket'],
  },
  { image: /(?:^|\/)kube-bench$/, needs: ['processes', 'files'] },
  {
    image: /(?:^|\/)(?:fluentd[\w-]*|fluent-bit|filebeat|promtail|vector|alloy)$/,
    needs: ['logs'],
  },
];

/** What the program of an image is made to have. @param repository with its registry or without, no tag. */
export function workOf(repository: string): readonly NodeNeed[] {
  return nodePrograms.flatMap(({ image, needs }) => (image.test(repository) ? needs : []));
}
