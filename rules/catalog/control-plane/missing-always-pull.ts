import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, includes } from './shared/flag-rule.ts';

export default flagRule({
  id: 'missing-always-pull',
  component: 'kube-apiserver',
  flags: ['enable-admission-plugins'],
  requirement: includes('AlwaysPullImages', 'NodeRestriction'),
  assumes: 'every image of the cluster can be pulled',
  severity: 'low',
  profile: 'all',
  title: 'Cached images may be used by every pod',
  why: 'A pod that may not pull an image runs it where another one has left it.',
  remedy: 'Name `AlwaysPullImages` in `--enable-admission-plugins`.',
  section: '1.2.11',
  aliases: [
    checkov('CKV_K8S_80'),
    trivy('KCV-0012'),
    kubescape('ensure-that-the-admission-control-plugin-AlwaysPullImages-is-set'),
    kubescape('C-0123'),
  ],
});
