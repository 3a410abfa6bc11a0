import { objects } from '../../contract/objects.ts';
import { defineRule, kubeLinter } from '../../contract/rule.ts';

export default defineRule({
  id: 'lasting-job',
  subject: 'resource',
  severity: 'info',
  profile: 'all',
  tags: ['reliability'],
  title: 'Finished Job is never removed',
  why: 'Finished Jobs and their pods pile up, and their logs and variables can still be read.',
  remedy: 'Set `ttlSecondsAfterFinished`. A CronJob keeps count of its own Jobs.',
  aliases: [kubeLinter('job-ttl-seconds-after-finished')],
  examples: {
    bad: [
      objects`
        Job once
        #   ^^^^ lasting-job
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
      objects`
        CronJob nightly
          schedule: '@daily'
          jobTemplate:
            spec:
              ttlSecondsAfterFinished: 60
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: web
                      image: nginx:1.29
      `,
    ],
    good: [
      objects`
        Job once
          ttlSecondsAfterFinished: 3600
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: web
                  image: nginx:1.29
      `,
      objects`
        CronJob nightly
          schedule: '@daily'
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: web
                      image: nginx:1.29
      `,
    ],
  },

  check(resource, report) {
    if (resource.is('Job', 'batch')) {
      const field = resource.at('spec', 'ttlSecondsAfterFinished');
      if (field.missing) report(resource, `Never removed when it is done: ${resource.label}.`);
    }
    if (resource.is('CronJob', 'batch')) {
      const spec = resource.at('spec', 'jobTemplate', 'spec');
      const field = [spec.at('ttlSecondsAfterFinished'), spec.at('template', 'ttlSecondsAfterFinished')].find(
        ({ present }) => present,
      );
      if (field !== undefined) report(field, 'Removes Jobs before their CronJob has counted them.');
    }
  },
});
