import rule from '../../../../rules/catalog/security-context/selinux-options.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('type, user and role, on both levels')(pod`
    securityContext:
      seLinuxOptions:
        user: system_u
    #         ^^^^^^^^ selinux-options 💡 "Sets the SELinux user system_u: the pod"
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          seLinuxOptions:
            type: spc_t
    #             ^^^^^ selinux-options 💡 "Sets the SELinux type spc_t: container web"
            role: object_r
    #             ^^^^^^^^ selinux-options 💡
  `);

  check('container_engine_t, before 1.31', { kubernetes: 30 })(container`
    securityContext:
      seLinuxOptions: { type: container_engine_t }
    #                         ^^^^^^^^^^^^^^^^^^ selinux-options 💡
  `);

  clean('types of the container policy, any level')(pod`
    securityContext:
      seLinuxOptions:
        type: container_engine_t
        level: s0:c123,c456
    containers:
      - name: web
        image: nginx:1.29
        securityContext:
          seLinuxOptions:
            type: container_init_t
            user: ""
  `);

  fix('takes the key away')(container`
      securityContext:
        seLinuxOptions:
    -     type: spc_t
          level: s0:c1
  `);
});
