import { service } from '../../contract/example.ts';
import type { Weight } from '../../contract/finding.ts';
import { weightOfServiceWork } from '../../contract/node-work.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import { isFolderOfSockets, isRuntimeSocket, machinesAt, normalHostPath } from '../../data/host-paths.ts';
import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'compose-runtime-socket',
  subject: 'service',
  severity: 'critical',
  profile: 'essential',
  fix: 'review',
  title: 'Service may command the container engine',
  why: 'Whoever has the socket starts a privileged container and so controls the host.',
  remedy: 'Remove the socket, or put a proxy before it that allows single calls.',
  ignoreWhen:
    'Its work is to manage the other containers. Images that are known for that, such as Portainer or Watchtower, are named in profile `strict` alone.',
  standards: [cisDocker('5.31')],
  aliases: [kics('Docker Socket Mounted In Container')],
  examples: {
    bad: [
      service`
        volumes:
          - /var/run/docker.sock:/var/run/docker.sock
      `,
      service`
        volumes:
          - type: bind
            source: /run/docker.sock
            target: /sock
      `,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`volumes: ['data:/data']`],
  },

  check(service, report) {
    // It stands between the socket and those who ask, and lets little of it through.
    const weight: Weight = /socket-?proxy/.test(service.image?.reference.name ?? '')
      ? { from: 'strict' }
      : weightOfServiceWork(service, 'socket');
    for (const { source, field, item } of service.binds) {
      const path = normalHostPath(source);
      const isFolder = isFolderOfSockets(path);
      if (!isFolder && !isRuntimeSocket(path)) continue;
      const machines = machinesAt(path);
      const what =
        machines === undefined
          ? 'the container engine'
          : `${machines}, which starts machines with any disk of the host`;
      report(
        field,
        `May command ${what}${isFolder ? `, whose socket lies in ${source}` : ''}: service ${service.name}.`,
        () => ({
          title: `Remove the ${isFolder ? 'folder' : 'socket'} (what starts containers stops working)`,
          changes: [item.remove()],
          ...assumingWithout([service.program], 'the socket', 'socket'),
        }),
        [],
        // The guides of what watches the host ask for the folder.
        isFolder && weight.from === undefined ? weightOfServiceWork(service, 'disk', 'files') : weight,
      );
    }
  },
});
