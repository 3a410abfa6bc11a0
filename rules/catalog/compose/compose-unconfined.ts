import { besideServicePrivileges } from '../../contract/beside-privileges.ts';
import { service } from '../../contract/example.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'compose-unconfined',
  subject: 'service',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Kernel confinement profile is disabled',
  why: 'Without the profile every call of the kernel is open to the service, those with known vulnerabilities too.',
  remedy: 'Remove the option.',
  standards: [cisDocker('5.21')],
  aliases: [kics('Security Opt Not Set')],
  examples: {
    bad: [
      service`security_opt: ['seccomp:unconfined']`,
      service`
        security_opt:
          - apparmor=unconfined
      `,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`security_opt: ['no-new-privileges:true']`],
  },

  check(service, report) {
    for (const { text, field } of service.at('security_opt').strings)
      if (/^(?:(?:seccomp|apparmor|systempaths)[:=]unconfined|label[:=]disable)$/.test(text))
        report(
          field,
          `Runs with ${text}: service ${service.name}.`,
          () => ({
            title: 'Keep the profile',
            consequence: 'calls that it forbids fail',
            changes: [field.remove()],
            ...assumingWithout([service.program], 'it', 'privileged'),
          }),
          [],
          besideServicePrivileges(service),
        );
  },
});
