import rule from '../../../../rules/catalog/pod/git-sync-command.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the variable')(pod`
    containers:
      - name: sync
        image: registry.k8s.io/git-sync:v4
        env:
          - name: GITSYNC_GIT
    #             ^^^^^^^^^^^ git-sync-command
            value: /tmp/x
  `);

  clean('others')(pod`
    containers:
      - name: sync
        image: registry.k8s.io/git-sync:v4
        env:
          - name: GITSYNC_REPO
            value: x
  `);
});
