import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, defineRule, kics, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'tiller',
  subject: 'pod',
  severity: 'high',
  profile: 'recommended',
  title: 'Tiller runs in the cluster',
  why: 'Tiller was the server of Helm 2, ended in 2020. It takes commands from any pod without asking who sends them, and mostly as cluster-admin.',
  remedy: 'Use Helm 3 or later, which has no server.',
  aliases: [checkov('CKV_K8S_34'), trivy('KSV-0102'), kics('Tiller (Helm v2) Is Deployed')],
  examples: {
    bad: [
      pod`
        containers:
          - name: tiller
            image: ghcr.io/helm/tiller:v2.17.0
      `,
      objects`
        Pod tiller app=helm name=tiller
          containers:
            - name: web
              image: registry.example.com/helm:2
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
          - name: ship
            image: registry.example.com/tillerman:1
      `,
    ],
  },

  check(pod, report) {
    const labels = pod.labels;
    const image = pod.containers.find((container) =>
      /(?:^|\/)tiller$/.test(container.image?.reference.repository ?? ''),
    );
    if (image !== undefined) report(image.at('image'), 'Runs Tiller, which takes commands from any pod.');
    else if (labels?.get('app') === 'helm' || labels?.get('name') === 'tiller')
      report(pod, 'Has the labels of Tiller, which takes commands from any pod.');
  },
});
