import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape, nsa } from '../../contract/rule.ts';
import { entryPathsTo } from '../../facts/questions/reach.ts';

export default defineRule({
  id: 'reachable-admin-interface',
  subject: 'workspace',
  reads: ['pods', 'service', 'backends'],
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
      if (pods.admin === undefined) continue;
      for (const service of new Set(entryPathsTo(facts, pods).map((way) => way.service)))
        report(
          service,
          `Lets the outside reach ${pods.admin}, which has power over the cluster or its data: Service ${service.name}.`,
        );
    }
  },
});
