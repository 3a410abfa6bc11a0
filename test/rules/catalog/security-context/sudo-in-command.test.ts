import rule from '../../../../rules/catalog/security-context/sudo-in-command.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in a command and in a script')(pod`
    containers:
      - name: web
        image: nginx:1.29
        command:
          - /usr/bin/sudo
    #       ^^^^^^^^^^^^^ sudo-in-command
          - /app
      - name: log
        image: busybox:1.37
        command: [sh, -c, cd / && sudo -E x]
    #                     ^^^^^^^^^^^^^^^^^ sudo-in-command
  `);

  clean('other words')(container`command: [pseudo, --sudo-user=x]`);
});
