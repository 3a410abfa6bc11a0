import { checkov, kubescape, trivy } from '../../contract/rule.ts';
import { flagRule, is } from './shared/flag-rule.ts';

export default flagRule({
  id: 'anonymous-api-requests',
  component: 'kube-apiserver',
  flags: ['anonymous-auth'],
  requirement: is('false', 'true'),
  assumes: 'nothing asks the API server without credentials, its probes neither',
  severity: 'medium',
  profile: 'strict',
  title: 'API server answers anonymous requests',
  why: 'A single binding for anonymous users can expose the cluster, and probing for it leaves no name in the log.',
  remedy: 'Set `--anonymous-auth=false`; probes of the API server then need a client certificate.',
  section: '1.2.1',
  aliases: [
    checkov('CKV_K8S_68'),
    trivy('KCV-0001'),
    kubescape('ensure-that-the-api-server-anonymous-auth-argument-is-set-to-false'),
    kubescape('C-0113'),
  ],
});
