import { service } from '../../contract/example.ts';
import { weightOfServiceWork } from '../../contract/node-work.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import { assumingWithout, privilegedNeeds } from '../../model/program/needs.ts';

export default defineRule({
  id: 'compose-privileged',
  subject: 'service',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  uncovers: [
    'compose-host-path',
    'compose-host-device',
    'compose-host-namespace',
    'compose-unconfined',
    'compose-capability',
    'compose-root-user',
  ],
  title: 'Service runs with all rights of the host',
  why: 'A privileged container sees every device of the host and may mount its disks. Whoever breaks in controls the machine.',
  remedy: 'Remove `privileged`; add the one device or capability that is needed.',
  standards: [cisDocker('5.5')],
  aliases: [kics('Privileged Containers Enabled')],
  examples: {
    bad: [
      service`
        privileged: true
        #           ^^^^ compose-privileged 💡
      `,
      service`
        privileged: true
        user: '1000'
      `,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`privileged: false`],
  },

  check(service, report) {
    const field = service.at('privileged');
    if (field.is(true) || service.known(field) === 'true')
      report(
        field,
        `Has all rights of the host: service ${service.name}.`,
        () => ({
          title: 'Run without privileges',
          consequence: 'what needs devices of the host stops working',
          changes: [field.remove()],
          ...assumingWithout([service.program], 'privileges', ...privilegedNeeds),
        }),
        [],
        weightOfServiceWork(service, 'privileges'),
      );
  },
});
