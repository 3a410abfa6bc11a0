import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'self-signed-etcd',
  component: 'etcd',
  flags: ['auto-tls'],
  requirement: is('false', 'true', true),
  assumes: 'certificates are given to it',
  severity: 'medium',
  profile: 'strict',
  title: 'Server of etcd has a self-signed certificate',
  why: 'Nobody can tell it from that of somebody in between.',
  remedy: 'Remove `--auto-tls`.',
  section: '2.3',
  aliases: [checkov('CKV_K8S_118'), trivy('KCV-0044'), kubescape('etcd-auto-tls-disabled'), kubescape('C-0155')],
});
