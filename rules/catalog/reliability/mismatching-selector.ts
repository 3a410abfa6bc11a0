import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';
import { selectorOf } from '../../facts/questions/selection.ts';
import { matches, readLabels, readSelector } from '../../model/kubernetes/labels.ts';

export default defineRule({
  id: 'mismatching-selector',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'Workload does not select its own pods',
  why: 'The API server refuses a workload whose selector does not match the labels of its template.',
  remedy: 'Give the template the labels that are selected.',
  aliases: [
    kubeScore('statefulset-pod-selector-labels-match-template-metadata-labels'),
    kubeLinter('mismatching-selector'),
    kubescape('C-0296'),
    kubescape('mismatching-selector'),
    kubeScore('deployment-pod-selector-labels-match-template-metadata-labels'),
  ],
  examples: {
    bad: [
      objects`
        Deployment shop/web
          selector:
        # ^^^^^^^^ mismatching-selector 💡
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: api
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
      objects`
        Deployment shop/web
          selector:
            matchLabels:
              app: web
          template:
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
    good: [
      objects`Deployment shop/web app=web`,
      objects`
        Deployment shop/web
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
                tier: front
            spec:
              containers:
                - name: web
                  image: nginx:1.29
      `,
    ],
  },

  check(resource, report) {
    for (const pod of resource.pods) {
      const owner = pod.template.parent;
      if (owner === undefined || resource.partial || !pod.isCreatedDirectly) continue;
      const field = owner.at('selector');
      // Kinds before apps/v1, and OpenShift's, select by a plain map.
      const plain = resource.kind === 'ReplicationController' || resource.kind === 'DeploymentConfig';
      const labels = pod.labels;
      const own = plain ? readLabels(field) : undefined;
      const selector = plain ? (own === undefined ? undefined : selectorOf(own)) : readSelector(field);
      const known = pod.template.at('metadata', 'labels');
      if (!field.present || selector === undefined || labels === undefined || (!known.present && !known.missing))
        continue;
      const given = Object.fromEntries(labels);
      const missed = selector.filter((requirement) => !matches([requirement], given));
      const [first] = missed;
      if (first === undefined) continue;
      report(
        { anchor: field.anchorOfKey, path: field.path },
        `Selects a value of ${first.key} that its pods do not have: ${resource.label}.`,
        () =>
          missed.every(({ operator, values }) => operator === 'In' && values.length > 0)
            ? {
                title: 'Give the pods the labels that are selected',
                changes: missed.map(({ key, values }) => known.at(key).set(values[0] ?? '')),
              }
            : { refused: 'The selector is no list of labels; write the labels by hand.' },
      );
    }
  },
});
