import { flagRule, isNoneOf } from './shared/flag-rule.ts';

export default flagRule({
  id: 'old-kubelet-tls',
  component: 'kubelet',
  flags: ['tls-min-version'],
  // It starts at 1.2 unless it is told otherwise; RFC 8996 deprecates what is older.
  requirement: isNoneOf(['VersionTLS10', 'VersionTLS11'], 'VersionTLS12'),
  setting: { path: ['tlsMinVersion'], whenUnset: true },
  severity: 'medium',
  profile: 'recommended',
  title: 'Kubelet accepts deprecated TLS',
  why: 'TLS 1.0 and 1.1 can be downgraded to broken ciphers, and whoever reaches the kubelet runs commands in its containers.',
  remedy: 'Omit `--tls-min-version`, or set it to `VersionTLS12` or `VersionTLS13`.',
  section: '4.2.12',
  aliases: [],
});
