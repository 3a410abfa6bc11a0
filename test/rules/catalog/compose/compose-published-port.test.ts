import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/compose/compose-published-port.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { compose, service, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean }) => {
  check('short, and any address said')(service`
    ports:
      - '5432:5432'
    #   ^^^^^^^^^^^ compose-published-port 💡
      - "0.0.0.0:6379:6379"
    #   ^^^^^^^^^^^^^^^^^^^ compose-published-port 💡
      - '80:80'
  `);

  clean('this machine alone, and what is for everybody')(service`
    ports:
      - '127.0.0.1:5432:5432'
      - '8080:80'
  `);

  check("ZooKeeper's port, and no other program's")(compose`
    services:
      zoo1:
        image: zookeeper:3.9
        ports: ['2181:2181']
    #           ^^^^^^^^^^^ compose-published-port 💡 "ZooKeeper"
      other:
        image: registry.example.com/other:1.0.0
        ports: ['2181:2181']
  `);

  check('all that Hadoop listens on')(compose`
    services:
      web:
        image: example/web:1
        ports: ['8088:8088']
      hadoop:
        image: example/hadoop:3.4
        ports: ['8088:8088', '9870:9870', '8042:8042']
    #           ^^^^^^^^^^^ compose-published-port 💡 "Publishes Hadoop's YARN"
    #                        ^^^^^^^^^^^ compose-published-port 💡
    #                                     ^^^^^^^^^^^ compose-published-port 💡
  `);

  check('a port of many programs, where the image or the service says which')(compose`
    services:
      cloud:
        image: owncloud/ocis:7.0
        ports: ['9200:9200']
      home:
        image: homeassistant/home-assistant:2026.1
        ports: ['8123:8123']
      search:
        image: opensearchproject/opensearch:3
        ports: ['9200:9200']
    #           ^^^^^^^^^^^ compose-published-port 💡 "Publishes OpenSearch"
      cache:
        image: valkey/valkey:9
        ports: ['6379:6379']
    #           ^^^^^^^^^^^ compose-published-port 💡 "Publishes Valkey"
      mariadb:
        build: .
        ports: ['3306:3306']
    #           ^^^^^^^^^^^ compose-published-port 💡 "Publishes MariaDB"
  `);

  // Compose specification, "ports": without a port of the host any free one is taken; docker run, `-p ip::containerPort`.
  for (const [written, becomes] of [
    ['"6379"', '"127.0.0.1::6379"'],
    ['6379', '127.0.0.1::6379'],
    ["'6379/udp'", "'127.0.0.1::6379/udp'"],
    ['6379-6380', '127.0.0.1::6379-6380'],
    ['"7000-7001:6379"', '"127.0.0.1:7000-7001:6379"'],
    ['":6379"', '"127.0.0.1::6379"'],
    ['"0.0.0.0:6379:6379"', '"127.0.0.1:6379:6379"'],
    ['"0.0.0.0::6379/tcp"', '"127.0.0.1::6379/tcp"'],
    ['"[::]:6379:6379"', '"[::1]:6379:6379"'],
    ['{target: 6379, published: "6379"}', '{target: 6379, published: "6379", host_ip: 127.0.0.1}'],
    ['{target: 6379, published: 6379, host_ip: 0.0.0.0}', '{target: 6379, published: 6379, host_ip: 127.0.0.1}'],
  ] as const)
    it(`${written} on this machine`, () => {
      const text = (port: string): string =>
        `services:\n  web:\n    image: redis:8\n    ports:\n      - ${port}\n  app:\n    image: web:1\n`;
      const scope = new Scope([rule], { language: 'compose', text: text(written) });
      assert.equal(scope.fixAll(), text(becomes));
    });

  check('behind a variable, and an interface for administrators')(compose`
    services:
      store:
        image: redis:8
        ports:
          - "\${PORT:-6379}:6379"
    #       ^^^^^^^^^^^^^^^^^^^^ compose-published-port 💡
      queue:
        image: rabbitmq:4.1-management
        ports: ["15672:15672"]
    #           ^^^^^^^^^^^^^ compose-published-port 💡
      local:
        image: redis:8
        ports:
          - "\${ADDRESS:-127.0.0.1}:6379:6379"
  `);

  check('behind variables')(compose`
    services:
      db:
        image: postgres:18
        ports:
          - \${BIND:-0.0.0.0}:5432:5432
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-published-port
          - \${DB_PORT}:\${INNER:-3306}
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ compose-published-port 💡
  `);

  clean('an address that a variable gives')(compose`
    services:
      db:
        image: postgres:18
        ports:
          - \${BIND}:5432:5432
          - \${BIND:-127.0.0.1}:3306:3306
          - target: 6379
            published: 6379
            host_ip: \${BIND}
  `);

  clean('another program on a port that many use')(compose`
    services:
      autobrr:
        image: ghcr.io/autobrr/autobrr:v1.83.0
        ports: ["7474:7474"]
      push:
        image: registry.example.com/push:1
        ports: ["5601:5601", "2379:2379", "9092:9092"]
  `);

  check('consoles that let anybody in by default')(compose`
    services:
      models:
        image: ollama/ollama:0.12.0
        ports: ["11434:11434"]
        #       ^^^^^^^^^^^^^ compose-published-port 💡 "Publishes Ollama, which asks for no login, on every address"
      mail:
        image: mailhog/mailhog:v1.0.1
        ports: ["1025:1025", "8025:8025"]
        #                    ^^^^^^^^^^^ compose-published-port 💡 "MailHog"
      gateway:
        image: kong:3.9
        ports: ["8000:8000", "8001:8001"]
        #                    ^^^^^^^^^^^ compose-published-port 💡 "Kong's Admin API"
  `);

  clean('consoles with a login, on this machine, or at another port')(compose`
    services:
      topics:
        image: provectuslabs/kafka-ui:v0.7.2
        environment: {AUTH_TYPE: LOGIN_FORM}
        ports: ["8080:8080"]
      models:
        image: ollama/ollama:0.12.0
        ports: ["127.0.0.1:11434:11434"]
      spark:
        image: apache/spark:4.0.1
        ports: ["4040:4040"]
  `);

  check('the program that the port is for, by its image or its name')(compose`
    services:
      graph:
        image: neo4j:5
        ports: ["7474:7474"]
        #       ^^^^^^^^^^^ compose-published-port 💡
      kafka:
        image: registry.example.com/queue:1
        ports: ["9092:9092"]
        #       ^^^^^^^^^^^ compose-published-port 💡
  `);
});

it('of the Docker API is critical where it commands the engine', () => {
  const severities = (lines: string, chosen = new Map<string, 'low'>()): readonly string[] => {
    const text = `services:\n  a:\n    ports: ["2375:2375"]\n    ${lines}\n`;
    const workspace = new Workspace([rule]);
    workspace.update({ path: 'compose.yaml', text }, { ...defaultSettings, severity: chosen });
    return workspace.findings('compose.yaml').map(({ severity }) => severity);
  };
  assert.deepEqual(severities('image: docker:29-dind'), ['critical']);
  assert.deepEqual(severities('image: docker:29-dind', new Map([['compose-published-port', 'low']])), ['low']);
  const proxy = 'image: tecnativa/docker-socket-proxy:v0.4.1';
  assert.deepEqual(severities(proxy), ['medium']);
  assert.deepEqual(severities(`${proxy}\n    environment: { POST: 1 }`), ['critical']);
});
