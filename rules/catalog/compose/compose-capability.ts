import { service } from '../../contract/example.ts';
import type { Weight } from '../../contract/finding.ts';
import { isMadeWith, needsOfCapability, weightOfServiceWork } from '../../contract/node-work.ts';
import { besideReason } from '../../contract/reason.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import { baselineCapabilities, weakCapabilities } from '../../data/capabilities.ts';
import type { Service } from '../../model/compose/service.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'compose-capability',
  subject: 'service',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Service is given a capability of the host',
  why: 'The capability reaches beyond the container: with it the kernel, the network or other processes of the host are changed.',
  remedy: 'Remove the capability.',
  standards: [cisDocker('5.3')],
  aliases: [kics('Container Capabilities Unrestricted')],
  examples: {
    bad: [
      service`cap_add: [SYS_ADMIN]`,
      service`
        cap_add:
          - ALL
      `,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`cap_add: [NET_BIND_SERVICE]`],
  },

  check(service, report) {
    for (const { text, field } of service.at('cap_add').strings) {
      const name = text.toUpperCase().replace(/^CAP_/, '');
      if (baselineCapabilities.has(name) || text.includes('$')) continue;
      report(
        field,
        `Has the capability ${name}: service ${service.name}.`,
        () => ({
          title: `Do not give it ${name}`,
          consequence: 'what needs it stops working',
          changes: [field.remove()],
          ...assumingWithout(
            [service.program],
            name,
            ...(name === 'ALL' ? ['privileged', 'NET_ADMIN', 'SYS_ADMIN'] : [name]),
          ),
        }),
        [],
        {
          ...besideReason([field, service.at('cap_add')], 'high'),
          ...weightOf(service, name),
          // Who takes one capability from the service looks at the others, too.
          cause: { key: service.name, within: 'file' },
        },
      );
    }
  },
});

/** Beside `privileged`, which has them all, a capability adds nothing. */
function weightOf(service: Service, name: string): Weight {
  if (ofTheEngine.has(name) || service.at('privileged').is(true)) return { from: 'strict' };
  if (isMadeWith([service.image?.text ?? service.name], name)) return { from: 'strict' };
  if (weakCapabilities.has(name)) return { atMost: 'low' };
  const inHostNetwork = service.known(service.at('network_mode')) === 'host';
  return weightOfServiceWork(service, ...needsOfCapability(name, inHostNetwork));
}

/** Beyond those of the baseline, what the engine gives without being asked. Source: Docker documentation, "docker run", Linux capabilities. */
const ofTheEngine: ReadonlySet<string> = new Set(['NET_RAW']);
