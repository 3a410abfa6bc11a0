import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'incomplete-limit-range',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  mendedByMore: true,
  title: 'LimitRange is incomplete',
  why: 'What is not limited can still be used up by one workload of the namespace.',
  remedy: 'Set `type`, `max`, `min`, `default`, `defaultRequest`.',
  aliases: [trivy('KSV-0039')],
  examples: {
    bad: [
      objects`
        LimitRange all
          limits:
            - type: Container
        #           ^^^^^^^^^ incomplete-limit-range
              max: {cpu: '1'}
              min: {cpu: 10m}
              default: {cpu: 100m}
      `,
      objects`
        LimitRange all
          limits:
            - type: Container
              min: {cpu: 10m}
              default: {cpu: 100m}
              defaultRequest: {cpu: 100m}
      `,
    ],
    good: [
      objects`
        LimitRange all
          limits:
            - type: Container
              max: {cpu: '1'}
              min: {cpu: 10m}
              default: {cpu: 100m}
              defaultRequest: {cpu: 100m}
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('LimitRange', '')) return;
    const limits = resource.at('spec', 'limits');
    if (limits.missing || (limits.isList && limits.items.length === 0))
      report(limits, `Limits nothing: ${resource.label}.`);
    // Of what containers ask; other types have no defaults.
    for (const limit of limits.items) {
      const container = limit.at('type').is('Container');
      const wanted = container
        ? ['max', 'min', 'default', 'defaultRequest']
        : limit.at('type').is('Pod')
          ? ['max', 'min']
          : [];
      const missing = wanted.filter((key) => limit.at(key).missing);
      if (missing.length > 0) report(limit.at('type'), `Has no ${missing.join(', ')} here: ${resource.label}.`);
    }
  },
});
