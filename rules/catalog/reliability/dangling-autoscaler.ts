import { objects } from '../../contract/objects.ts';
import { defineRule, kics, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';
import { arePodsThere } from '../../facts/questions/lookup.ts';

export default defineRule({
  id: 'dangling-autoscaler',
  subject: 'workspace',
  reads: ['autoscaler', 'pods'],
  joins: 'absence',
  severity: 'low',
  profile: 'all',
  tags: ['reliability'],
  title: 'Autoscaler has nothing to scale',
  why: 'The number of pods stays what it is, whatever the load. Often the workload was renamed.',
  remedy: 'Name a workload of the same namespace.',
  aliases: [
    kubeLinter('dangling-horizontalpodautoscaler'),
    kubescape('hpa-has-target'),
    kubescape('C-0300'),
    kubeScore('horizontalpodautoscaler-has-target'),
    kics('HPA Targets Invalid Object'),
  ],
  examples: {
    bad: [
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 5
      `,
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
        #         ^^^ dangling-autoscaler
          maxReplicas: 5
        Deployment bank/web app=web
      `,
    ],
    good: [
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          maxReplicas: 5
        Deployment shop/web app=web
      `,
      objects`
        HorizontalPodAutoscaler shop/web
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Database
            name: web
          maxReplicas: 5
      `,
    ],
  },

  check(facts, report) {
    for (const autoscaler of facts.byKind.autoscaler) {
      const { targetKind, targetName } = autoscaler;
      // Kinds of other projects may be scaled, and need not be known here.
      if (targetKind === undefined || targetName === undefined || !scalable.has(targetKind)) continue;
      if (!arePodsThere(facts, targetKind, targetName, autoscaler))
        report(autoscaler, `Scales a workload that does not exist: ${targetKind} ${targetName}.`, { place: 'target' });
    }
  },
});

const scalable: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'DeploymentConfig',
]);
