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

/** The one that the restricted level lets a container add. */
export const restrictedCapability = 'NET_BIND_SERVICE';
