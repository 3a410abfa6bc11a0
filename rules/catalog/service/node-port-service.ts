import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeLinter, kubeScore, nsa } from '../../contract/rule.ts';

export default defineRule({
  id: 'node-port-service',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  title: 'Service opens a port on every node',
  why: 'Every node answers at its own address, past the load balancer and whatever guards it.',
  remedy: 'Use `ClusterIP` behind an Ingress or Gateway.',
  standards: [nsa()],
  aliases: [kubeScore('service-type'), kubeLinter('exposed-services'), kics('Service Type is NodePort')],
  examples: {
    bad: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
          type: NodePort
        #       ^^^^^^^^ node-port-service
      `,
      objects`
        Service shop/web
          type: NodePort
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
    if (resource.is('Service', '') && type.is('NodePort'))
      report(type, `Opens a port on every node: ${resource.label}.`);
  },
});
