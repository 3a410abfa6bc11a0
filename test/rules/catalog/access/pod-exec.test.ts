import rule from '../../../../rules/catalog/access/pod-exec.ts';
import { objects, role, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('exec and attach of one rule are one finding')(role`
    - apiGroups: [""]
      resources: [pods, pods/exec, pods/attach]
    #                   ^^^^^^^^^ pod-exec 💡 "pods/exec, pods/attach"
      verbs: [create]
    - apiGroups: [""]
      resources: ["*/exec"]
    #             ^^^^^^^^ pod-exec "*/exec"
      verbs: ["*"]
  `);

  check('get alone, before 1.35 (checkov CKV2_K8S_2 and trivy KSV-0053 want create)', { kubernetes: 34 })(role`
    - apiGroups: [""]
      resources: [pods/exec]
    #             ^^^^^^^^^ pod-exec 💡
      verbs: [get]
  `);

  clean('get alone, since 1.35', { kubernetes: 35 })(role`
    - apiGroups: [""]
      resources: [pods/exec]
      verbs: [get]
  `);

  clean('pods does not cover its subresources, and pods/* means nothing')(role`
    - apiGroups: [""]
      resources: [pods, "pods/*"]
      verbs: [create]
  `);

  clean('of another group')(role`
    - apiGroups: [apps]
      resources: [pods/exec]
      verbs: [create]
  `);

  clean('every resource is a rule of its own')(role`
    - apiGroups: [""]
      resources: ["*"]
      verbs: [create]
  `);

  fix('takes both away (the quick fix of monokle KBP108 looks for a verb that does not exist)')(role`
      - apiGroups: [""]
    -   resources: [pods, pods/exec, pods/log, pods/attach]
    +   resources: [pods, pods/log]
        verbs: [create]
  `);

  fix('leaves an empty role')(
    role`
      - apiGroups: [""]
        resources: [pods/exec]
        verbs: [create]
    `,
    objects`
      Role shop
        rules: []
    `,
  );

  clean('of a role that gives everything, which is told as that')(objects`
    ClusterRole all
      - apiGroups: ["*"]
        resources: ["*"]
        verbs: ["*"]
    RoleBinding shop/some: ClusterRole all, ServiceAccount web
  `);
});
