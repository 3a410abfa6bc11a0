import { yaml } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, nsa, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'workload-in-system-namespace',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  mendedByMore: true,
  title: 'Workload is in the system namespace',
  why: 'Workloads in kube-system are often exempt from policies, and whoever may read Secrets there reads those of the cluster.',
  remedy: 'Give it a namespace of its own.',
  ignoreWhen: 'It is an add-on of the cluster itself.',
  standards: [nsa()],
  aliases: [trivy('KSV-0037')],
  examples: {
    bad: [
      yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: kube-system
        #            ^^^^^^^^^^^ workload-in-system-namespace
        spec:
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
      objects`Deployment kube-system/redis app=redis`,
    ],
    good: [
      objects`Deployment shop/web app=web`,
      objects`
        Deployment kube-system/coredns
          labels:
            tier: control-plane
            component: kube-apiserver
          selector:
            matchLabels:
              app: coredns
          template:
            metadata:
              labels:
                app: coredns
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
  },

  check(resource, report) {
    if (resource.namespace !== 'kube-system' || resource.pods.length === 0 || resource.partial) return;
    const labels = resource.at('metadata', 'labels');
    // As kubeadm labels the parts of the control plane; add-ons of distributions carry the older label.
    const isControlPlane = labels.at('tier').is('control-plane') && labels.at('component').present;
    if (isControlPlane || labels.at('k8s-app').present || labels.at('addonmanager.kubernetes.io/mode').present) return;
    report(
      resource.at('metadata', 'namespace'),
      `Shares a namespace with the components of the cluster: ${resource.label}.`,
    );
  },
});
