import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { podsSelected } from '../../facts/questions/lookup.ts';
import { chosenOf, selectorOf } from '../../facts/questions/selection.ts';

const workloads = chosenOf('workload');

export default defineRule({
  id: 'undeclared-target-port',
  subject: 'workspace',
  reads: ['service', 'workload', 'pods'],
  joins: 'absence',
  severity: 'medium',
  profile: 'recommended',
  tags: ['reliability'],
  title: 'Service leads to a port name that its pods do not have',
  why: 'The Service has no endpoints on that port, so whoever calls it gets no answer.',
  remedy: 'Write the name of a container port, or its number.',
  examples: {
    bad: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
              targetPort: web
        Deployment shop/web app=web
          containers:
            - name: web
              image: nginx:1.29
              ports:
                - name: http
                  containerPort: 80
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 53
              protocol: UDP
              targetPort: dns
        Deployment shop/web app=web
          containers:
            - name: web
              image: example.com/dns:1.4
              ports:
                - name: dns
                  containerPort: 53
      `,
    ],
    good: [
      objects`
        Service shop/web app=web
          ports:
            - port: 80
              targetPort: http
        Deployment shop/web app=web
          containers:
            - name: web
              image: nginx:1.29
              ports:
                - name: http
                  containerPort: 80
      `,
      objects`
        Service shop/web app=web
          ports:
            - port: 80
              targetPort: 8080
        Deployment shop/web app=web
      `,
    ],
  },

  check(facts, report) {
    for (const service of facts.byKind.service) {
      if (service.selector === undefined || !service.isPortsKnown) continue;
      const named = service.ports.flatMap(({ target, protocol }, i) =>
        typeof target === 'string' ? [{ target, protocol, place: `target${i}` }] : [],
      );
      if (named.length === 0) continue;
      const selector = selectorOf(service.selector);
      // Pods that are not known completely may have the port.
      const whole = workloads.by(facts, service, selector).filter(({ labels }) => labels !== undefined);
      if (whole.length === 0 || whole.length < podsSelected(facts, service, selector).length) continue;
      for (const { target, protocol, place } of named)
        if (!whole.some(({ ports }) => ports.some((port) => port.name === target && port.protocol === protocol)))
          report(service, `Leads to a port that its pods do not name: ${target}, from Service ${service.name}.`, {
            place,
            related: whole.slice(0, 5).map((pods) => ({ fact: pods, place: 'pod', message: 'These pods are chosen.' })),
          });
    }
  },
});
