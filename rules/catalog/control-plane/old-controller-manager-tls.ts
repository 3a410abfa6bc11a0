import { flagRule, isNoneOf } from './shared/flag-rule.ts';

export default flagRule({
  id: 'old-controller-manager-tls',
  component: 'kube-controller-manager',
  flags: ['tls-min-version'],
  // It starts at 1.2 unless it is told otherwise; RFC 8996 deprecates what is older.
  requirement: isNoneOf(['VersionTLS10', 'VersionTLS11'], 'VersionTLS12'),
  severity: 'low',
  profile: 'strict',
  title: 'Controller manager accepts old TLS',
  why: 'TLS 1.0 and 1.1 can be downgraded to broken ciphers, and the tokens of those who read metrics pass there.',
  remedy: 'Omit `--tls-min-version`, or set it to `VersionTLS12` or `VersionTLS13`.',
  section: '1.3.7',
  aliases: [],
});
