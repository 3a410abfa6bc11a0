/**
 * Programs that have to start as root. Sources: their manual pages (gosu, su-exec, setpriv(1), runuser(1), chpst(8), s6-setuidgid, cron(8), sshd(8),
 * supervisord.org, s6-overlay, and so on), read 2026-11-23.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Become another user, which root alone may. */
export const stepDownPrograms: ReadonlySet<string> = set(
  'gosu su-exec setpriv runuser s6-setuidgid s6-applyuidgid setuidgid envuidgid chpst su sudo doas start-stop-daemon',
);

/** Start other programs as their users. */
export const supervisors: ReadonlySet<string> = set(
  'supervisord s6-svscan s6-overlay-suexec runsvdir runsvdir-start runit runit-init my_init systemd systemctl service rc-service openrc openrc-run initctl upstart ' +
    'invoke-rc.d monit init circusd cron crond anacron fcron dcron crontab atd sshd dropbear dockerd dockerd-entrypoint.sh containerd kubelet',
);

/** Open, read or change what is root's. */
export const rootPrograms: ReadonlySet<string> = set(
  'openvpn wg wg-quick iptables ip6tables iptables-restore nft ipset ebtables dhcpd dhclient dnsmasq vsftpd proftpd pure-ftpd postfix exim exim4 sendmail opensmtpd ' +
    'dovecot saslauthd rsyslogd syslogd syslog-ng named unbound xinetd inetd in.tftpd tftpd nfsd rpcbind rpc.nfsd rpc.mountd exportfs mount umount modprobe ' +
    'insmod sysctl chown chgrp useradd adduser usermod userdel groupadd addgroup groupmod passwd chpasswd apt apt-get apk dnf yum microdnf zypper ' +
    'update-ca-certificates ldconfig ip ifconfig route tc ethtool smbd nmbd winbindd avahi-daemon dbus-daemon cupsd chronyd ntpd ptp4l keepalived ' +
    'fail2ban-server squid apache2 apache2ctl apachectl apache2-foreground httpd httpd-foreground mysqld mysqld_safe mariadbd slapd snmpd nslcd sssd ' +
    'ceph-osd glusterd iscsid multipathd lxcfs udevd unshare nsenter chroot setcap tcpdump bpftrace perf sysdig iftop nethogs iotop masscan arping gparted parted fdisk cryptsetup certbot radiusd freeradius pppd xl2tpd ipsec charon strongswan racoon',
);

/** Packages that are installed to step down from root or to supervise others. */
export const rootPackages: ReadonlySet<string> = set(
  'gosu su-exec supervisor cron cronie busybox-suid dcron fcron s6 s6-overlay runit runit-init openssh-server openssh-sftp-server openssh dropbear systemd systemd-sysv ' +
    'systemd-container openrc monit docker-ce docker.io docker-engine moby-engine sysvinit-core upstart init daemontools',
);
