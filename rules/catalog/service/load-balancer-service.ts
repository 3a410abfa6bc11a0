import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeLinter, nsa } from '../../contract/rule.ts';

export default defineRule({
  id: 'load-balancer-service',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  title: 'Service has a load balancer of the cloud',
  why: 'In most clouds the balancer gets an address of the internet. What listens behind it is reached by anyone.',
  remedy:
    'Use `ClusterIP` behind an Ingress or Gateway; where a balancer is meant, limit it by `loadBalancerSourceRanges`.',
  standards: [nsa()],
  aliases: [kubeLinter('exposed-services'), kics('Service With External Load Balancer')],
  examples: {
    bad: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
          type: LoadBalancer
        #       ^^^^^^^^^^^^ load-balancer-service
      `,
      objects`
        Service shop/web
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
      `,
    ],
    good: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
          type: ClusterIP
      `,
    ],
  },

  check(resource, report) {
    const type = resource.at('spec', 'type');
    if (resource.is('Service', '') && type.is('LoadBalancer'))
      report(type, `Gets a load balancer, which most clouds put on the internet: ${resource.label}.`);
  },
});
