import { pod, yaml } from '../../contract/example.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { isSystemNamespace } from '../../model/kubernetes/namespace.ts';

export default defineRule({
  id: 'naked-pod',
  subject: 'resource',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  since: '0.1.0',
  title: 'Pod has no controller',
  why: 'Nothing restarts it when its node fails, and an update means to delete it first.',
  remedy: 'Put it into a Deployment, StatefulSet or Job.',
  standards: [],
  aliases: [kubescape('C-0073')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        restartPolicy: Always
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
    good: [
      yaml`
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: once
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
      yaml`
        apiVersion: v1
        kind: Pod
        metadata:
          name: etcd
          namespace: kube-system
        spec:
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:3.6.4-0
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Pod', '') || resource.partial || isSystemNamespace(resource.namespace ?? '')) return;
    if (resource.at('metadata', 'ownerReferences').present) return;
    report(resource, `Not started again by a controller: Pod ${resource.name}.`);
  },
});
