import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';
import { hasPods } from '../../facts/questions/made-pods.ts';
import { selectorOf } from '../../facts/questions/selection.ts';

export default defineRule({
  id: 'dangling-service',
  subject: 'workspace',
  reads: ['service', 'pods', 'pod-maker'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Service selects no pods',
  why: 'Whoever calls the Service gets no answer. Often a label was renamed on one side.',
  remedy: 'Give the pods the labels that the Service selects, or remove the Service.',
  ignoreWhen: 'The pods come from another repository or chart.',
  aliases: [
    kubeLinter('dangling-service'),
    kubescape('C-0293'),
    kubescape('service-with-no-workload'),
    kubeScore('service-targets-pod'),
    kics('Service Does Not Target Pod'),
  ],
  examples: {
    bad: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
        Deployment shop/api app=api
      `,
    ],
    good: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
        Deployment shop/web app=web
      `,
      objects`
        Service shop/web
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const service of facts.byKind.service)
      if (service.selector !== undefined && !hasPods(facts, service, selectorOf(service.selector)))
        report(service, `Selects no pods: Service ${service.name}.`, { place: 'selector' });
  },
});
