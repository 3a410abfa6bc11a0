import { service } from '../../contract/example.ts';
import { cisDocker, defineRule, kics } from '../../contract/rule.ts';
import { openInterfaceAt } from '../../data/admin-interfaces.ts';
import type { Service } from '../../model/compose/service.ts';
import { settingsOfService } from '../../model/program/switches.ts';

export default defineRule({
  id: 'compose-published-port',
  subject: 'service',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Database or open console is published on every address',
  why: 'Compose opens the port past the firewall of the host. Whoever reaches the machine reaches the program.',
  remedy: 'Publish it on `127.0.0.1`, or not at all: services reach each other by name.',
  standards: [cisDocker('5.13')],
  aliases: [kics('Container Traffic Not Bound To Host Interface')],
  examples: {
    bad: [
      service`
        ports:
      -   - '5432:5432'
      +   - '127.0.0.1:5432:5432'
      `,
      service`
        ports:
          - target: 6379
            published: '6379'
      `,
    ],
    good: [service`ports: ['127.0.0.1:8080:80']`, service`ports: ['127.0.0.1:5432:5432']`],
  },

  check(service, report) {
    for (const { address, target, field, item, text } of service.ports) {
      const open = openInterfaceAt(service.image?.reference.repository ?? '', target, toldTo(service));
      const what = open ?? programAt(service, target);
      const everywhere = address === undefined || anyAddress.has(address);
      if (what === undefined || !everywhere || (open === undefined && !isOf(service, target))) continue;
      report(
        field,
        `Publishes ${what}${open === undefined ? '' : ', which asks for no login,'} on every address of the host: service ${service.name}.`,
        () =>
          address !== undefined && text?.startsWith('$') === true
            ? { refused: 'The address comes from a variable; set another one there.' }
            : {
                title: 'Publish it on this machine alone (others reach it no longer)',
                changes: [
                  text === undefined
                    ? item.at('host_ip').set(loopbackOf(address))
                    : item.set(onLoopback(text, address)),
                ],
              },
        [],
        {
          ...(target === dockerPort && commandsEngine(service) ? { atLeast: 'critical' as const } : {}),
          cause: { key: what, within: 'file' },
        },
      );
    }
  },
});

/** Names of variables, and the command line. */
const toldTo = (service: Service): string =>
  [...service.variables.map(({ name }) => name), settingsOfService(service).line].join(' ');

/** Whoever reaches it unencrypted starts a privileged container. Source: Docker documentation, "Protect the Docker daemon socket". */
const dockerPort = 2375;

/** A proxy lets through what it is told to, and without POST nothing is changed. Source: Tecnativa/docker-socket-proxy, README. */
const commandsEngine = (service: Service): boolean =>
  !/socket-?proxy/.test(service.image?.reference.name ?? '') ||
  service.variables.some(({ name, value }) => name === 'POST' && /^(?:1|true|yes)$/i.test(value));

/** What listens there: a program by another name that speaks the same protocol, where image or service say so. */
function programAt(service: Service, port: number): string | undefined {
  const names = `${service.image?.reference.repository ?? ''} ${service.name}`;
  return alike.get(port)?.find(([, name]) => name.test(names))?.[0] ?? internal.get(port);
}

const alike: ReadonlyMap<number, readonly (readonly [program: string, name: RegExp])[]> = new Map([
  [3306, [['MariaDB', /mariadb/i]]],
  [
    6379,
    [
      ['Valkey', /valkey/i],
      ['KeyDB', /keydb/i],
      ['Dragonfly', /dragonfly/i],
    ],
  ],
  [9042, [['ScyllaDB', /scylla/i]]],
  [9092, [['Redpanda', /redpanda/i]]],
  [9200, [['OpenSearch', /opensearch/i]]],
]);

/** Many programs listen on some of these ports, so that the image or the service has to name the one that is meant. */
function isOf(service: Service, port: number): boolean {
  const name = shared.get(port);
  return name?.test(`${service.image?.reference.repository ?? ''} ${service.name}`) !== false;
}

const shared: ReadonlyMap<number, RegExp> = new Map([
  [2181, /zoo-?keeper|\bzk\b|\bzoo\d*\b/i],
  [2379, /etcd/i],
  [2380, /etcd/i],
  [3100, /loki/i],
  [5601, /kibana/i],
  [5984, /couch/i],
  [7474, /neo4j/i],
  [7687, /neo4j|memgraph/i],
  [8086, /influx/i],
  [8123, /clickhouse/i],
  [8500, /consul/i],
  [9042, /cassandra|scylla/i],
  [9092, /kafka|redpanda|broker/i],
  [9200, /elastic|opensearch|\bes\d*\b/i],
  // Hadoop asks nobody for a password by default, and YARN runs what it is sent.
  ...([8042, 8088, 9870, 50070] as const).map(
    (port) => [port, /hadoop|hdfs|yarn|name-?node|(?:resource|node)-?manager/i] as const,
  ),
]);

/** As the short form and the long form write them. */
const anyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '[::]', '::', '']);

function loopbackOf(address: string | undefined): string {
  return address === '[::]' ? '[::1]' : address === '::' ? '::1' : '127.0.0.1';
}

/**
 * The short form with the loopback address. A port without one of the host takes any free port there, which two colons say
 * (docker run, `-p ip::containerPort`).
 */
function onLoopback(text: string, address: string | undefined): string {
  const ports = address === undefined ? text : text.slice(address.length + 1);
  return `${loopbackOf(address)}:${ports.includes(':') ? '' : ':'}${ports}`;
}

/** Ports that are for other services, by what listens there. */
const internal: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'],
  // zookeeper.apache.org, "Administrator's Guide": any client reads and changes what has no ACL
  [2181, 'ZooKeeper'],
  [dockerPort, 'the Docker API'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [3100, 'Loki'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5601, 'Kibana'],
  [5672, 'RabbitMQ'],
  [5984, 'CouchDB'],
  [6379, 'Redis'],
  [7474, 'Neo4j'],
  [7687, 'Neo4j'],
  [8086, 'InfluxDB'],
  [8123, 'ClickHouse'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [8500, "Consul's API"],
  [9200, 'Elasticsearch'],
  [11211, 'Memcached'],
  [15672, "RabbitMQ's management"],
  [27017, 'MongoDB'],
  // hadoop.apache.org, hdfs-default.xml and yarn-default.xml; 50070 up to Hadoop 2
  [8042, "Hadoop's node manager"],
  [8088, "Hadoop's YARN"],
  [9870, 'Hadoop'],
  [50070, 'Hadoop'],
]);
