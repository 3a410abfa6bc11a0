import { besideServicePrivileges } from '../../contract/beside-privileges.ts';
import { service } from '../../contract/example.ts';
import type { Weight } from '../../contract/finding.ts';
import { weightOfServiceWork } from '../../contract/node-work.ts';
import { besideReason } from '../../contract/reason.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import type { Service } from '../../model/compose/service.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'compose-host-namespace',
  subject: 'service',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Service shares a namespace of the host',
  why: 'The service sees the network, the processes or the memory of the host, and of everything that runs there.',
  remedy: 'Remove the line, and publish the ports that are needed.',
  standards: [cisDocker('5.9')],
  aliases: [kics('Host Namespace is Shared'), kics('Shared Host Network Namespace'), kics('Shared Host IPC Namespace')],
  examples: {
    bad: [
      service`network_mode: host`,
      service`
        pid: host
        #    ^^^^ compose-host-namespace 💡
        ipc: host
        #    ^^^^ compose-host-namespace 💡
      `,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`network_mode: none`],
  },

  check(service, report) {
    for (const key of ['network_mode', 'pid', 'ipc', 'uts', 'userns_mode', 'cgroup']) {
      const field = service.at(key);
      if (service.known(field) === 'host')
        report(
          field,
          `Shares ${key} with the host: service ${service.name}.`,
          () => ({
            title: `Do not share ${key}`,
            consequence: 'what reaches the host by it stops working',
            changes: [field.remove()],
            ...assumingWithout([service.program], key, needOf.get(key) ?? key),
          }),
          [],
          { ...besideReason([field], 'high'), ...weightOf(service, key) },
        );
    }
  },
});

function weightOf(service: Service, key: string): Weight {
  if (key === 'network_mode') return weightOfServiceWork(service, 'network');
  return { ...(key === 'pid' ? weightOfServiceWork(service, 'processes') : {}), ...besideServicePrivileges(service) };
}

/** What sharing gives, as the table of needs calls it. */
const needOf: ReadonlyMap<string, string> = new Map([
  ['network_mode', 'host network'],
  ['pid', 'host processes'],
  ['ipc', 'host memory'],
  ['userns_mode', 'privileged'],
  ['cgroup', 'privileged'],
]);
