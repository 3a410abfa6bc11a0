import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'git-sync-command',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  title: 'Variable names the program that git-sync runs',
  why: 'Whoever may set the variable runs any program as git-sync, with its token and volumes.',
  remedy: 'Remove GITSYNC_GIT.',
  aliases: [checkov('CKV_K8S_159')],
  examples: {
    bad: [
      pod`
        containers:
          - name: sync
            image: registry.k8s.io/git-sync/git-sync:v4.4.0
            env:
              - name: GITSYNC_GIT
                value: /tmp/x
      `,
      pod`
        containers:
          - name: sync
            image: registry.k8s.io/git-sync/git-sync:v4.4.0
            env: [{name: GITSYNC_GIT, value: /bin/sh}]
      `,
    ],
    good: [
      pod`
        containers:
          - name: sync
            image: registry.k8s.io/git-sync/git-sync:v4.4.0
            env:
              - name: GITSYNC_REPO
                value: https://example.com/x.git
      `,
      container`env: [{name: GITSYNC_GIT, value: git}]`,
    ],
  },

  check(container, report) {
    if (!/(?:^|\/)git-sync$/.test(container.image?.reference.repository ?? '')) return;
    for (const item of container.at('env').items) {
      const name = item.at('name');
      if (name.is('GITSYNC_GIT')) report(name, 'Runs whatever program this variable names, as git-sync.');
    }
  },
});
