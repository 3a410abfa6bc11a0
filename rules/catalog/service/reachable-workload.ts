import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubescape } from '../../contract/rule.ts';
import { firstEntryTo } from '../../facts/questions/reach.ts';

export default defineRule({
  id: 'reachable-workload',
  subject: 'workspace',
  reads: ['pods', 'service', 'backends'],
  severity: 'info',
  profile: 'all',
  raisedByExposure: false,
  title: 'Workload is reachable from outside the cluster',
  why: 'Attackers try first what they can reach. Every other weakness of the workload weighs more.',
  remedy: 'Do nothing if that is intended; harden it before the others.',
  aliases: [
    kubescape('C-0256'),
    kubescape('C-0266'),
    kubescape('exposure-to-internet'),
    kubescape('exposure-to-internet-via-gateway-api'),
    kubescape('exposure-to-internet-via-istio-ingress'),
    kics('Ingress Controller Exposes Workload'),
  ],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
        #               ^^^ reachable-workload
        Service shop/web
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
      `,
      objects`
        Deployment shop/web app=web
        Service shop/web app=web
          ports:
            - port: 80
        Ingress shop/web
          defaultBackend:
            service:
              name: web
              port:
                number: 80
      `,
    ],
    good: [
      objects`
        Deployment shop/web app=web
        Service shop/web app=web
          ports:
            - port: 80
      `,
      objects`
        Deployment shop/web app=web
        Service bank/web
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      const way = firstEntryTo(facts, pods);
      if (way === undefined) continue;
      const { service, route } = way;
      report(
        pods,
        `Reachable from outside by ${route === undefined ? '' : `${route.kind} ${route.name} and `}Service ${service.name}: ${pods.kind} ${pods.name}.`,
      );
    }
  },
});
