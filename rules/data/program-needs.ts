/**
 * What programs are known to need of the machine they run on. Sources: the run instructions of each project (the `docker run` line, Compose
 * file or DaemonSet of its documentation) and the manual pages capabilities(7), mount(2), docker-run(1); read 2026-11-27. A name is a word of
 * an image's path or of a command line; `*` stands for any end. What is not listed is unknown, not harmless.
 */

/** A capability, or one of the words here. */
export type Need = string;

const vpn =
  'wireguard* wg wg-* amneziawg* openvpn* ovpn* *vpn gluetun tailscale* tailscaled headscale-client zerotier* netbird* nebula strongswan* libreswan ipsec* charon softether* openconnect* tun2socks redsocks boringtun* tinc tincd firezone* n2n* supernode pptp* pptpd xl2tpd* dsvpn*';
const containerNetwork =
  'cilium* calico* flannel* weave* kube-proxy kube-router antrea* ovs* openvswitch ovn* multus* frr bird* quagga metallb* kube-vip keepalived* istio-init install-cni proxy-init linkerd-cni aws-vpc-cni amazon-k8s-cni azure-cni* node-cache k8s-dns-node-cache canal* kindnet* egress-*';
const firewall =
  'iptables* ip6tables* nft nftables ebtables arptables ipset ipvsadm conntrack fail2ban crowdsec-firewall-bouncer* suricata* pihole* pi-hole dnsmasq dhcp* dhcpd kea* dnsdist hostapd radvd ip tc ethtool brctl ifconfig route nmcli';
const sniffing =
  'tcpdump tshark dumpcap nmap masscan zmap arping arpwatch snort* zeek* ntopng darkstat netsniff* suricata* aircrack* airodump* bettercap* ettercap* kismet* passivedns* dnsmonster* maltrail* ipfm* p0f';
/** They find or wake machines of the local network by broadcasts and ARP. */
const neighbours =
  'watchyourlan* netalertx* pialert* pi.alert upsnap* etherwake wakeonlan* wol gladys* aircast* airconnect* shairport* netboot* iventoy* in.tftpd tftpd*';
const tracing =
  'falco* tetragon* tracee* sysdig* parca* pyroscope* inspektor-gadget* beyla* pixie* bpftrace bpftool *ebpf* bcc* perf netdata* datadog* dd-agent dynatrace* oneagent* newrelic* coroot-node-agent kepler*';
const storage =
  '*csi* csi-* *-csi longhorn* rook* ceph* rbd* openebs* portworx* px-* glusterfs* nfs* ganesha* linstor* drbd* lvm* mergerfs* snapraid* rclone s3fs sshfs gcsfuse goofys fuse* *fuse samba smbd mount umount losetup mkfs* cryptsetup zfs* local-path-* local-volume-* topolvm*';
/** Packages of tools for disks, which an image has for nothing else. */
const blockDevices =
  'lvm2* device-mapper* xfsprogs* btrfs-progs* e2fsprogs-extra* zfs* cryptsetup* open-iscsi* multipath-tools* mdadm parted gptfdisk nfs-utils nfs-kernel-server nfs-common glusterfs* ceph-common fuse fuse3 wireguard-tools* openvpn*';
const containers =
  'dind docker *-dind docker-* dockerd podman* buildah* buildkit* buildkitd containerd* crio* kind k3s* k3d* rke2* kubelet minikube nerdctl sysbox* lxd* incus* unshare nsenter bwrap systemd chroot';
const devices =
  'nvidia* *device-plugin* dcgm* gpu-* amdgpu* intel-gpu* plex* jellyfin* emby* frigate* home-assistant* homeassistant* zigbee2mqtt* zwave* *deconz* esphome* octoprint* klipper* smartctl* smartd scrutiny* hdparm nvme ipmi* dmidecode cups* mosquitto-usb rtl_433* dump1090* readsb* tvheadend* motioneye* usb* ustreamer* mediamtx* v4l2* restreamer* mqtt-io* gladys* kismet*';
const sockets =
  '*.sock newrelic* nrsysmond dynatrace* appdynamics* instana* sumologic* splunk* scope weave-scope logdna* elastic-agent* otel* opentelemetry* prometheus* docker.* *.docker traefik* portainer* watchtower* docker-* docker dind *-dind dockge* dozzle* diun* ouroboros* autoheal* yacht swarmpit* komodo* periphery gitlab-runner* drone* woodpecker* act_runner* jenkins* concourse* buildkite* teamcity* nginx-proxy* docker-gen acme-companion* letsencrypt-nginx-proxy* socket-proxy docker-socket-proxy* homepage* glances* ofelia* ctop lazydocker* cadvisor* promtail* alloy* grafana-agent* vector* telegraf* netdata* datadog* dd-agent logspout* filebeat* metricbeat* fluent-bit* fluentd* crowdsec* sablier* caddy-docker-proxy* localstack* testcontainers* ryuk* podman* crictl nerdctl trivy* grype* syft* falco* sysdig* act runner* homarr* unregistry* dokploy* coolify* caprover* cap-hostname arcane* beszel-agent* uptime-kuma* swag-auto* dockerproxy* selenoid* kestra* gzctf* onedev* 1dev gladys*';
const agents =
  'kube-bench* docker-bench* kube-hunter* kubescape* node-shell* *node-agent* node-exporter* node_exporter* kubelet kube-proxy kube-apiserver kube-scheduler kube-controller-manager etcd* cloud-controller-manager* *-cloud-controller-manager* kured* node-problem-detector* netdata* datadog* dd-agent cadvisor* process-exporter*';

/** They start as root and hand their work to another user (setuid(2), chown(2)); nginx and httpd do so for each worker. */
const stepsDown =
  'gosu su-exec setpriv runuser chpst s6-* s6 supervisord su sudo nginx httpd apache* php-fpm* wordpress nextcloud drupal sshd openssh* cron* postfix* dovecot* vsftpd* sftp* postgres postgis redis valkey mysql mariadb mongo rabbitmq memcached cassandra influxdb couchdb neo4j';

const packageTools =
  'apt apt-get apk yum dnf microdnf zypper dpkg rpm pip pip3 npm yarn pnpm gem bundle composer go cargo mvn gradle sed useradd adduser update-ca-certificates envsubst';
const rootWork =
  'chown chgrp chmod mknod setcap useradd adduser usermod groupadd addgroup passwd sysctl mount apt apt-get apk yum dnf microdnf zypper dpkg rpm tar iptables* ip6tables* ping ping6 ip update-ca-certificates';

/** They write beside their volumes as their images come: caches, process ids, sockets, generated settings, logs. */
const writers =
  'nginx httpd apache* wordpress nextcloud drupal joomla php php-fpm* phpmyadmin mysql mariadb percona* postgres postgis timescaledb* mongo rabbitmq couchdb influxdb neo4j cassandra elasticsearch* opensearch* kibana* logstash* jenkins* tomcat* jetty wildfly* keycloak* sonarqube* nexus* gitlab* ghost redmine odoo mattermost* grafana* supervisord s6* systemd cron crond postfix* dovecot* sshd bitnami* haproxy-config* solr zookeeper kafka* activemq* airflow* jupyter* rstudio* code-server*';

/**
 * Official images whose instructions ask for no privilege, capability or namespace of the machine. Source: the pages of Docker's official images
 * (hub.docker.com/_/nginx and so on), "How to use this image", read 2026-11-28.
 */
export const needNothing =
  'nginx httpd redis valkey memcached postgres mysql mariadb percona mongo mongo-express rabbitmq couchdb couchbase cassandra neo4j influxdb solr zookeeper nats eclipse-mosquitto adminer phpmyadmin wordpress nextcloud drupal joomla ghost tomcat jetty hello-world registry sonarqube';

/** Programs by what they need, in words. */
export const programNeeds: { readonly [need: Need]: string } = {
  NET_ADMIN: `${vpn} ${containerNetwork} ${firewall} ${sniffing} ${tracing} home-assistant* homeassistant*`,
  NET_RAW: `${containerNetwork} ${sniffing} ${firewall} ping ping6 fping* smokeping* mtr traceroute blackbox* home-assistant* homeassistant*`,
  NET_BROADCAST: 'avahi* dhcp*',
  SYS_TIME:
    'ntp ntpd* *ntpd ntp* chrony* chronyd openntpd* timesync* ptp4l phc2sys linuxptp* hwclock date ntpsec* kea*',
  SYS_PTRACE: `${tracing} strace ltrace gdb gdbserver lldb* dlv delve py-spy rbspy jattach async-profiler rr criu nsenter process-exporter*`,
  SYS_ADMIN: `${storage} ${containers} ${tracing} ${containerNetwork} chrome* chromium* puppeteer* playwright* selenium* browserless* criu`,
  SYS_MODULE: `${vpn} ${containerNetwork} modprobe insmod rmmod kmod dkms depmod nvidia* *driver* ${storage}`,
  SYS_RAWIO: 'smartctl* smartd scrutiny* hdparm nvme ipmi* dmidecode flashrom pigpio* *gpio* mcelog rasdaemon*',
  SYS_NICE:
    'chrt nice renice ptp4l phc2sys chrony* frigate* jackd* asterisk* freeswitch* mysqld mysql* mariadb* percona*',
  SYS_RESOURCE: `${tracing} prlimit frr ${containerNetwork}`,
  SYS_CHROOT: 'chroot sshd openssh* sftp* vsftpd* cron*',
  SYS_BOOT: 'reboot shutdown kexec kured*',
  SYSLOG: 'dmesg rsyslog* syslog* node-problem-detector* falco* klogd',
  IPC_LOCK: 'vault* openbao* bao elasticsearch* opensearch* dpdk* vpp* cassandra* scylla* oracle* db2* *mlock*',
  BPF: tracing,
  PERFMON: tracing,
  AUDIT_CONTROL: 'auditd auditctl auditbeat*',
  AUDIT_READ: 'auditd auditbeat*',
  AUDIT_WRITE: 'sshd openssh* sftp* su sudo login auditd',
  CHECKPOINT_RESTORE: 'criu',
  DAC_READ_SEARCH: 'restic* borg* kopia* duplicati* velero* backup* rsync* bacula* samba* nfs* ganesha*',
  LINUX_IMMUTABLE: 'chattr',
  SETUID: stepsDown,
  SETGID: stepsDown,
  CHOWN: stepsDown,
  DAC_OVERRIDE: stepsDown,
  FOWNER: stepsDown,
  'root at start': `${stepsDown} ${rootWork}`,
  'Kubernetes API':
    'kubectl helm kustomize flux* argocd* argo* *operator* *controller* kube-state-metrics* prometheus* promtail* alloy* fluent* filebeat* metricbeat* traefik* *ingress* external-dns* *autoscaler* coredns* metrics-server* spark* airflow* jenkins* gitlab-runner* istio* pilot linkerd* cilium* calico* flannel* newrelic* datadog* dd-agent *provisioner* velero* reloader* keda* cert-manager* knative* tekton* kyverno* gatekeeper* *dashboard* heapster* *csi* kube-* k8s-sidecar* leader-elector* eksctl kubeseal sealed-secrets* descheduler* otel* opentelemetry* telegraf* node-problem-detector* kured* vault-k8s* consul-k8s* nats-*-reloader dask* ray* kubeflow* katib* kfp* pipelines* katib-* hazelcast* elasticsearch-cloud-kubernetes',
  'writable root filesystem': `${packageTools} ${writers}`,
  privileged: `${storage} ${containers} ${tracing} ${containerNetwork} ${devices} ${sniffing} iventoy* sysctl modprobe insmod ${vpn} cadvisor* kured* node-problem-detector* tuned*`,
  socket: sockets,
  'block devices': blockDevices,
  'host network': `${containerNetwork} ${agents} ${vpn} ${firewall} ${sniffing} ${neighbours} home-assistant* homeassistant* avahi* mdns* plex* emby* jellyfin* roon* sonos* unifi* omada* homebridge* scrypted* samba* smbd coredns-host* keepalived* haproxy-host* konnectivity* proxy-agent *csi* speedtest* freeswitch* asterisk* coturn* turnserver ${tracing}`,
  'host port': `traefik* *ingress* ${containerNetwork} ${vpn} haproxy* envoy* contour* kong* ambassador* emissary* caddy* nginx-proxy* coredns* node-local-dns*`,
  'host processes': `${agents} ${tracing} ${storage} monit nsenter htop top glances* kill pkill fuser lsof *gpu* dcgm* strace gdb crictl`,
  'host memory': `${devices} oracle* db2* gdrcopy* nccl* mpi* ${tracing}`,
  'setuid programs': 'sudo su doas newuidmap newgidmap fusermount* pkexec',
};
