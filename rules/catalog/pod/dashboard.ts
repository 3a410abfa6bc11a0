import { pod } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubescape, nsa } from '../../contract/rule.ts';

export default defineRule({
  id: 'dashboard',
  subject: 'pod',
  severity: 'medium',
  profile: 'strict',
  title: 'Kubernetes dashboard runs in the cluster',
  why: 'The dashboard shows and changes what its account may, for everybody who reaches it.',
  remedy: 'Use a local client such as Headlamp with your own account.',
  standards: [nsa()],
  aliases: [
    checkov('CKV_K8S_33'),
    kubescape('C-0014'),
    kubescape('rule-access-dashboard-wl-v1'),
    kics('Dashboard Is Enabled'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: ui
            image: kubernetesui/dashboard:v2.7.0
      `,
      pod`
        serviceAccountName: kubernetes-dashboard
        #                   ^^^^^^^^^^^^^^^^^^^^ dashboard
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        containers:
          - name: ui
            image: registry.example.com/shop/dashboard:1.0
      `,
    ],
  },

  check(pod, report) {
    const image = pod.containers.find((container) =>
      /(?:^|\/)(?:kubernetes-dashboard(?:-(?:amd64|arm|arm64|ppc64le))?|kubernetesui\/dashboard(?:-\w+)?)$/.test(
        container.image?.reference.repository ?? '',
      ),
    );
    const account = pod.at('serviceAccountName');
    const labels = pod.labels;
    if (image !== undefined) report(image.at('image'), 'Runs the Kubernetes dashboard.');
    else if (account.is('kubernetes-dashboard')) report(account, 'Has the permissions of the Kubernetes dashboard.');
    else if (labels?.get('app') === 'kubernetes-dashboard' || labels?.get('k8s-app') === 'kubernetes-dashboard')
      report(pod, 'Has the labels of the Kubernetes dashboard.');
  },
});
