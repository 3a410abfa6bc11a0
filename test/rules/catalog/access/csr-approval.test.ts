import rule from '../../../../rules/catalog/access/csr-approval.ts';
import { objects, role, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in two rules')(objects`
    ClusterRole signer
      - apiGroups: [certificates.k8s.io]
        resources: [signers]
        verbs: [approve, sign]
      - apiGroups: [certificates.k8s.io]
        resources: [certificatesigningrequests/approval]
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ csr-approval
        verbs: [patch]
  `);

  clean('one of the two')(objects`
    ClusterRole signer
      - apiGroups: [certificates.k8s.io]
        resources: [signers]
        verbs: [approve]
  `);

  clean('a Role, which reaches nothing of the cluster')(role`
    - apiGroups: [certificates.k8s.io]
      resources: [certificatesigningrequests/approval]
      verbs: [update]
    - apiGroups: [certificates.k8s.io]
      resources: [signers]
      verbs: [approve]
  `);
});
