import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'shared-etcd-authority',
  subject: 'workspace',
  reads: ['component'],
  severity: 'high',
  profile: 'strict',
  title: 'API server and etcd trust the same authority',
  why: 'etcd accepts what the authority of the API server signs: the certificate of any user reads and writes every object, past every role.',
  remedy: 'Give etcd an authority of its own.',
  standards: [cis('2.7')],
  aliases: [kubescape('etcd-unique-ca'), kubescape('C-0159')],
  examples: {
    bad: [
      objects`
        Pod kube-system/kube-apiserver
          containers:
            - name: kube-apiserver
              image: registry.k8s.io/kube-apiserver:v1
              command:
                - kube-apiserver
                - --client-ca-file=/pki/ca.crt
        Pod kube-system/etcd
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:v1
              command:
                - etcd
                - --trusted-ca-file=/pki/ca.crt
      `,
      objects`
        Pod kube-system/etcd
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:v1
              command:
                - etcd
                - --trusted-ca-file=/shared.crt
        Pod kube-system/kube-apiserver
          containers:
            - name: kube-apiserver
              image: registry.k8s.io/kube-apiserver:v1
              command:
                - kube-apiserver
                - --client-ca-file=/shared.crt
      `,
    ],
    good: [
      objects`
        Pod kube-system/kube-apiserver
          containers:
            - name: kube-apiserver
              image: registry.k8s.io/kube-apiserver:v1
              command:
                - kube-apiserver
                - --client-ca-file=/pki/ca.crt
        Pod kube-system/etcd
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:v1
              command:
                - etcd
                - --trusted-ca-file=/pki/etcd/ca.crt
      `,
      objects`
        Pod kube-system/etcd
          containers:
            - name: etcd
              image: registry.k8s.io/etcd:v1
              command:
                - etcd
                - --trusted-ca-file=/pki/ca.crt
      `,
    ],
  },

  check(facts, report) {
    const { component: components } = facts.byKind;
    for (const one of components) {
      const other = components.find(
        (each) => each.component !== one.component && each.clientAuthorities === one.clientAuthorities,
      );
      if (other === undefined) continue;
      report(one, `Accepts certificates of the same authority as ${other.component}: ${one.component}.`, {
        place: 'authorities',
        related: [{ fact: other, place: 'authorities', message: `${other.component} names it here.` }],
      });
    }
  },
});
