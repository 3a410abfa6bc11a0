import { pod } from '../../contract/example.ts';
import { defineRule, kubeaudit, kubeLinter, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'deprecated-account-field',
  subject: 'pod',
  severity: 'low',
  profile: 'strict',
  // The API server copies the old field into the new one where that is not set (conversion of v1.PodSpec).
  fix: 'safe',
  mendedByMore: true,
  title: 'Old name of serviceAccountName is used',
  why: 'The old field is kept for old files. Tools that look for the account read the new one and miss it.',
  remedy: 'Write `serviceAccountName`.',
  aliases: [
    kubeaudit('AutomountServiceAccountTokenDeprecated'),
    kubeLinter('deprecated-service-account-field'),
    kubescape('C-0294'),
    kubescape('deprecated-service-account-field'),
  ],
  examples: {
    bad: [
      pod`
        serviceAccount: web
        #<------------- deprecated-account-field 💡
      `,
      pod`
        serviceAccount: log
        serviceAccountName: web
      `,
    ],
    good: [
      pod`serviceAccountName: web`,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report) {
    const old = pod.at('serviceAccount');
    const field = pod.at('serviceAccountName');
    // The API server writes both, with one value.
    if (old.text === undefined || old.text === '' || field.is(old.text) || !pod.isCreatedDirectly) return;
    report(
      { anchor: old.anchorOfKey, path: old.path },
      'Deprecated name: serviceAccount is now serviceAccountName.',
      () => {
        return field.missing
          ? { title: 'Write serviceAccountName', changes: [old.rename('serviceAccountName')] }
          : { refused: 'The two fields name different accounts.' };
      },
    );
  },
});
