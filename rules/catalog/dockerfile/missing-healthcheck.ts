import { debian, dockerfile } from '../../contract/example.ts';
import { checkov, cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'missing-healthcheck',
  subject: 'dockerfile',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Image has no health check',
  why: 'Docker treats a program that hangs as one that works, and keeps sending it requests. Kubernetes has probes of its own and ignores this.',
  remedy: 'Add a HEALTHCHECK, or probes where it runs under Kubernetes.',
  standards: [cisDocker('4.6')],
  aliases: [hadolint('DL3057'), checkov('CKV_DOCKER_2'), trivy('DS-0026'), kics('Healthcheck Instruction Missing')],
  examples: {
    bad: [
      debian`CMD ["true"]`,
      dockerfile`
        FROM debian:13-slim AS base
        HEALTHCHECK CMD true
        FROM debian:13-slim
      `,
    ],
    good: [debian`HEALTHCHECK CMD true`, debian`HEALTHCHECK NONE`],
  },

  check(dockerfile, report) {
    const stage = dockerfile.finalStage;
    if (stage === undefined || stage.inForce.some(({ keyword }) => keyword === 'HEALTHCHECK')) return;
    // Whether the base image has one, nobody can tell; what is run as a job has none anyway.
    report(stage, 'Has no HEALTHCHECK.');
  },
});
