import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import type { MonitorFact } from '../../facts/kinds/monitor.ts';
import { arePodsMade } from '../../facts/questions/made-pods.ts';
import { matches, type Selector, selectsAll } from '../../model/kubernetes/labels.ts';

export default defineRule({
  id: 'dangling-monitor',
  subject: 'workspace',
  reads: ['monitor', 'service', 'pods', 'pod-maker'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Monitor selects nothing',
  why: 'Nothing is measured, so no alert ever rings. Often a label was renamed on one side.',
  remedy:
    'Give the Services or pods the labels that the monitor selects, or name their namespace in `namespaceSelector`.',
  ignoreWhen: 'They come from another repository or chart.',
  aliases: [kubeLinter('dangling-servicemonitor')],
  examples: {
    bad: [
      objects`
        ServiceMonitor.monitoring.coreos.com/v1 shop/web
          selector:
            matchLabels:
              app: web
        Service shop/api
          labels:
            app: api
          ports:
            - port: 80
      `,
      objects`
        PodMonitor.monitoring.coreos.com/v1 shop/web
          selector:
            matchLabels:
              app: web
        Deployment shop/api app=api
      `,
    ],
    good: [
      objects`
        ServiceMonitor.monitoring.coreos.com/v1 shop/web
          selector:
            matchLabels:
              app: web
        Service shop/web
          labels:
            app: web
          ports:
            - port: 80
      `,
      objects`
        ServiceMonitor.monitoring.coreos.com/v1 monitoring/web
          namespaceSelector:
            any: true
          selector:
            matchLabels:
              app: web
        Service shop/web
          labels:
            app: web
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const monitor of facts.byKind.monitor) {
      const { selector } = monitor;
      if (selector === undefined || selectsAll(selector) || !isVain(facts, monitor, selector)) continue;
      const what = monitor.selects === 'Service' ? 'no Service' : 'no pods';
      report(monitor, `Selects ${what}: ${monitor.kind} ${monitor.name}.`, { place: 'selector' });
    }
  },
});

/** Something is there that it might select, and it selects none of it. What controllers of other projects make is not seen. */
function isVain(facts: Facts, monitor: MonitorFact, selector: Selector): boolean {
  const own = facts.namespaceOf(monitor);
  const isMeant = (namespace: string | undefined): boolean =>
    namespace === undefined ||
    monitor.namespaces === 'any' ||
    (monitor.namespaces === undefined
      ? own === undefined || namespace === own
      : monitor.namespaces.includes(namespace));
  const all = monitor.selects === 'Service' ? facts.byKind.service : facts.byKind.pods;
  const near = all.filter((fact) => isMeant(facts.namespaceOf(fact)));
  return (
    near.length > 0 &&
    near.every(({ labels }) => labels !== undefined && !matches(selector, labels)) &&
    !arePodsMade(facts, monitor, selector)
  );
}
