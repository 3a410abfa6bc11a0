import { kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'self-signed-etcd-peers',
  component: 'etcd',
  flags: ['peer-auto-tls'],
  requirement: is('false', 'true', true),
  assumes: 'certificates are given to it',
  severity: 'medium',
  profile: 'strict',
  title: 'Members of etcd have self-signed certificates',
  why: 'Nobody can tell them from those of somebody in between.',
  remedy: 'Remove `--peer-auto-tls`.',
  section: '2.6',
  aliases: [trivy('KCV-0047'), kubescape('etcd-peer-auto-tls-disabled'), kubescape('C-0158')],
});
