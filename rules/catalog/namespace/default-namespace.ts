import { pod, yaml } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { checkov, cis, defineRule, kubeLinter, kubescape, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'default-namespace',
  subject: 'workspace',
  reads: ['namespaceless'],
  severity: 'info',
  profile: 'all',
  title: 'Object is in the default namespace',
  why: 'Rights, policies and quotas are given by namespace. In the default one everything shares them.',
  remedy: 'Give it a namespace, in the manifest or by a kustomization.',
  ignoreWhen: 'The namespace is given when it is applied: `kubectl -n`, Helm, Argo CD.',
  standards: [cis('5.7.4')],
  aliases: [
    checkov('CKV_K8S_21'),
    trivy('KSV-0110'),
    kubescape('C-0061'),
    kubescape('C-0212'),
    kubeLinter('use-namespace'),
    kubescape('pods-in-default-namespace'),
    kubescape('podtemplate-in-default-namespace'),
    kubescape('configmap-in-default-namespace'),
    kubescape('endpoints-in-default-namespace'),
    kubescape('endpointslice-in-default-namespace'),
    kubescape('rolebinding-in-default-namespace'),
    kubescape('role-in-default-namespace'),
    kubescape('serviceaccount-in-default-namespace'),
    kubescape('service-in-default-namespace'),
    kubescape('ingress-in-default-namespace'),
    kubescape('lease-in-default-namespace'),
    kubescape('persistentvolumeclaim-in-default-namespace'),
    kubescape('poddisruptionbudget-in-default-namespace'),
    kubescape('horizontalpodautoscaler-in-default-namespace'),
    kubescape('csistoragecapacity-in-default-namespace'),
    kubescape('replicationcontroller-in-default-namespace'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      yaml`
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: default
        #            ^^^^^^^ default-namespace
        spec:
          selector:
            app: web
          ports:
            - port: 80
      `,
    ],
    good: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
      objects`Namespace shop`,
    ],
  },

  check(facts, report) {
    for (const object of facts.byKind.namespaceless) {
      // A kustomization may give what the object itself does not.
      const namespace = facts.namespaceOf(object);
      if (namespace !== undefined && namespace !== 'default') continue;
      report(object, `In the default namespace: ${object.kind} ${object.name}.`);
    }
  },
});
