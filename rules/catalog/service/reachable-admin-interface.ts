import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, nsa } from '../../contract/rule.ts';
import type { PodsFact } from '../../facts/kinds/pods.ts';
import type { ServiceFact } from '../../facts/kinds/service.ts';
import { type EntryPath, entryPathsTo, mayAskOnTheWay, portsReached } from '../../facts/questions/reach.ts';

export default defineRule({
  id: 'reachable-admin-interface',
  subject: 'workspace',
  reads: ['pods', 'service', 'backends', 'login-policy'],
  severity: 'high',
  profile: 'recommended',
  raisedByExposure: false,
  title: 'Admin interface is reachable from outside',
  why: 'Whoever reaches it starts jobs, reads data or controls the cluster, mostly without a password.',
  remedy: 'Reach it by `kubectl port-forward`, or put a proxy before it that asks who is there.',
  ignoreWhen: 'A proxy in front of it asks who is there.',
  standards: [nsa()],
  aliases: [kubescape('C-0021'), kubescape('exposed-sensitive-interfaces-v1')],
  examples: {
    bad: [
      objects`
        Deployment shop/web app=web
          containers:
            - name: web
              image: jenkins/jenkins:2.528
        Service shop/web
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
      `,
      objects`
        Deployment shop/web app=web
          containers:
            - name: web
              image: ollama/ollama:0.12.0
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
        Service shop/web
          type: LoadBalancer
          selector:
            app: web
          ports:
            - port: 80
      `,
      objects`
        Deployment shop/web app=web
          containers:
            - name: web
              image: jenkins/jenkins:2.528
        Service shop/web app=web
          ports:
            - port: 80
      `,
    ],
  },

  check(facts, report) {
    for (const pods of facts.byKind.pods) {
      if (pods.admins.length === 0) continue;
      const open = entryPathsTo(facts, pods).filter((way) => !mayAskOnTheWay(facts, way));
      for (const [service, program] of new Map(open.flatMap((way) => reachedBy(way, pods))))
        report(
          service,
          `Lets the outside reach ${program}, which has power over the cluster or its data: Service ${service.name}.`,
        );
    }
  },
});

/** The Service of a way in, with the first program for administrators that it leads to. */
function reachedBy(way: EntryPath, { admins }: PodsFact): readonly (readonly [ServiceFact, string])[] {
  const ports = portsReached(way);
  const reached = admins.find(({ elsewhere, only }) =>
    only === undefined
      ? ports.length === 0 || ports.some((port) => !elsewhere.includes(port))
      : ports.some((port) => only.includes(port)),
  );
  return reached === undefined ? [] : [[way.service, reached.program]];
}
