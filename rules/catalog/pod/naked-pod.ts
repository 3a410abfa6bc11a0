import { pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { isSystemNamespace } from '../../model/kubernetes/namespace.ts';

export default defineRule({
  id: 'naked-pod',
  subject: 'resource',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Pod has no controller',
  why: 'Nothing restarts it when its node fails, and an update means to delete it first.',
  remedy: 'Put it into a Deployment, StatefulSet or Job.',
  aliases: [kubescape('C-0073')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`restartPolicy: Always`,
    ],
    good: [
      objects`
        Job once
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
      objects`
        Pod kube-system/etcd
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
