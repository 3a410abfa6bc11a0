import { besideServicePrivileges } from '../../contract/beside-privileges.ts';
import { service } from '../../contract/example.ts';
import type { FixOffer, Weight } from '../../contract/finding.ts';
import { weightOfServiceWork } from '../../contract/node-work.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import {
  isFolderOfSockets,
  isGraphics,
  isRuntimeSocket,
  normalHostPath,
  sensitiveFolderOf,
} from '../../data/host-paths.ts';
import type { BindMount, Service } from '../../model/compose/service.ts';
import { writesTo } from '../../model/program/writes.ts';

export default defineRule({
  id: 'compose-host-path',
  subject: 'service',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Service may write to a folder of the system',
  why: 'What the service changes there is changed on the host: its accounts, its programs, its kernel.',
  remedy: 'Mount the folder with `:ro`, or a folder of the project.',
  standards: [cisDocker('5.5')],
  aliases: [kics('Volume Has Sensitive Host Directory')],
  examples: {
    bad: [
      service`
        volumes:
          - /etc:/host/etc
      `,
      service`
        volumes:
          - type: bind
            source: /
            target: /host
      `,
    ],
    good: [
      service`ports: ['127.0.0.1:8080:80']`,
      service`volumes: ['./data:/data', '/etc/localtime:/etc/localtime:ro']`,
    ],
  },

  check(service, report) {
    // Whoever commands the engine has every folder by that.
    const beside: Weight = service.binds.some(({ source }) => isRuntimeSocket(normalHostPath(source)))
      ? { from: 'strict' }
      : besideServicePrivileges(service);
    for (const bind of service.binds) {
      const { source, readOnly, field } = bind;
      const path = normalHostPath(source);
      // Of sockets another rule speaks.
      const isOfSockets = isRuntimeSocket(path) || isFolderOfSockets(path);
      const folder = source.startsWith('/') && !isOfSockets ? sensitiveFolderOf(path) : undefined;
      if (folder === undefined) continue;
      if (readOnly) {
        // The disk as a whole holds keys and password hashes, and /proc the environment of every process; whoever has the disk has both.
        if (path === '/' || (path === '/proc' && !service.binds.some((other) => normalHostPath(other.source) === '/')))
          report(
            field,
            `May read all of ${source} of the host: service ${service.name}.`,
            () => ({ refused: 'Mount the folders that it reads, each by its name.' }),
            [],
            { ...weightOfServiceWork(service, 'disk', 'files'), ...beside },
          );
        continue;
      }
      report(
        field,
        `May write to ${source} of the host: service ${service.name}.`,
        () => forReading(service, bind),
        [],
        {
          ...(isGraphics(path) ? { atMost: 'medium' as const, from: 'strict' as const } : {}),
          ...beside,
          cause: { key: `${service.name} ${path.slice(0, path.lastIndexOf('/'))}`, within: 'file' },
        },
      );
    }
  },
});

function forReading(service: Service, { source, target, bare, item }: BindMount): FixOffer {
  if (item.string !== undefined && bare === undefined)
    return { refused: 'The mount has options of its own; add `ro` by hand.' };
  const powerful = service.at('privileged').is(true) || service.at('cap_add').items.length > 0;
  const isWritten = writesTo(service.program, service.name, { source, target, powerful });
  const assumed = [
    ...(isWritten ? [`${service.name} writes nothing to ${source}`] : []),
    // AppArmor's profile of the engine and its own checks refuse to change how the kernel's file systems are mounted. Source: moby/moby, "docker-default".
    ...(/^\/(?:proc|sys)(?:\/|$)/.test(normalHostPath(source))
      ? [`the engine starts it with ${source} mounted for reading`]
      : []),
  ];
  return {
    title: 'Mount it for reading alone',
    consequence: 'what writes there stops working',
    changes: [bare === undefined ? item.at('read_only').set(true) : item.set(`${bare}:ro`)],
    ...(assumed.length === 0 ? {} : { assumes: assumed.join(', and ') }),
  };
}
