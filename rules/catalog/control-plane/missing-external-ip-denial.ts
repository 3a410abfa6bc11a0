import { kubescape } from '../../contract/rule.ts';
import { flagRule, includes } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-external-ip-denial',
  component: 'kube-apiserver',
  flags: ['enable-admission-plugins'],
  requirement: includes('DenyServiceExternalIPs', 'NodeRestriction'),
  severity: 'low',
  profile: 'all',
  title: 'Services may take over any address',
  why: 'Whoever creates a Service with `externalIPs` gets the traffic of every pod to any address (CVE-2020-8554).',
  remedy: 'Name `DenyServiceExternalIPs` in `--enable-admission-plugins`.',
  section: '1.2.3',
  aliases: [kubescape('ensure-that-the-api-server-DenyServiceExternalIPs-is-set'), kubescape('C-0283')],
});
