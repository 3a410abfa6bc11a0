/** Linux capabilities as the Pod Security Standards sort them. Source: kubernetes.io, "Pod Security Standards", read 2026-11-23. */

/** What the baseline level lets a container add: the runtimes' own default set. */
export const baselineCapabilities: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/**
 * Beyond the baseline, and yet what they touch is time, memory and order of work alone: no file, process or packet of others. Source: capabilities(7), Linux 6.12;
 * read 2026-11-28.
 */
export const weakCapabilities: ReadonlySet<string> = new Set([
  'BLOCK_SUSPEND',
  'IPC_LOCK',
  'LEASE',
  'NET_BROADCAST',
  'SYS_NICE',
  'SYS_RESOURCE',
  'WAKE_ALARM',
]);

/** The one that the restricted level lets a container add. */
export const restrictedCapability = 'NET_BIND_SERVICE';

/** Capabilities as Linux has them, without `CAP_`. Source: capabilities(7), Linux 6.12; read 2026-11-23. */
export const linuxCapabilities: ReadonlySet<string> = new Set(
  'AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM'.split(
    ' ',
  ),
);
