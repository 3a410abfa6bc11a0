import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/compose/compose-host-path.ts';
import { compose, service, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the short form')(service`
    volumes:
      - /etc:/x
    #   ^^^^^^^ compose-host-path 💡
      - ./src:/src
  `);

  clean('for reading, and folders of the project')(service`volumes: ['/etc:/x:ro', 'etc:/y']`);

  fix('for reading')(service`
      volumes:
    -   - /etc:/x
    +   - /etc:/x:ro
  `);

  it("assumes that the engine starts it, where AppArmor's profile keeps file systems of the kernel as they are", () => {
    const titles = (path: string): readonly string[] => {
      const example = service`volumes: ['/etc:/host']`;
      const given = new Scope([rule], { ...example, text: example.text.replace('/etc', path) });
      return given.findings.flatMap((finding) => given.fixes(finding).map((fix) => ('title' in fix ? fix.title : '')));
    };
    assert.match(titles('/proc').join(), /\(if the engine starts it with \/proc mounted for reading\)/);
    assert.match(titles('/sys/fs/cgroup').join(), /if the engine starts it/);
    assert.doesNotMatch(titles('/etc').join(), /if the engine/);
  });

  check('what is kept in a home under a dot, and homes as a whole')(compose`
    services:
      web:
        image: nginx:1.29
        volumes:
          - /home/0:/a
    #       ^^^^^^^^^^ compose-host-path 💡
          - /home/0/.ssh/keys:/b
    #       ^^^^^^^^^^^^^^^^^^^^ compose-host-path 💡
          - /home/0/app/.config:/c
    #       ^^^^^^^^^^^^^^^^^^^^^^ compose-host-path 💡
          - /root:/d
    #       ^^^^^^^^ compose-host-path 💡
          - /home/0/data:/e
          - /home/0/web/acme.json:/f
          - /root/web/data:/g
  `);

  clean('a lock')(compose`
    services:
      web:
        image: nginx:1.29
        volumes: ['/run/xtables.lock:/run/xtables.lock']
  `);

  check('the disk holds what is below it')(compose`
    services:
      meter:
        image: registry.example.com/meter:2.0.0
        volumes:
          - /proc:/host/proc:ro
          - /:/rootfs:ro
    #       ^^^^^^^^^^^^ compose-host-path
      other:
        image: registry.example.com/meter:2.0.0
        volumes:
          - /proc:/host/proc:ro
    #       ^^^^^^^^^^^^^^^^^^^ compose-host-path
  `);

  check('a key; nothing of devices that give themselves alone')(compose`
    services:
      forge:
        image: registry.example.com/forge:2.0.0
        volumes:
          - /etc/ssh/ssh_host_rsa_key:/data/ssh_host_rsa_key
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-host-path 💡 "ssh_host_rsa_key"
          - /dev/net/tun:/dev/net/tun
          - /dev/ttyUSB0:/dev/ttyUSB0
  `);

  check('all of the disk, even for reading')(compose`
    services:
      meter:
        image: registry.example.com/meter:2.0.0
        volumes:
          - /:/rootfs:ro
    #       ^^^^^^^^^^^^ compose-host-path "read all"
          - /etc/localtime:/etc/localtime:ro
  `);
});

it('the disk of the host is what programs that watch it are made to read', () => {
  const of = (image: string, mode: string): number =>
    found('compose.yaml', `services:\n  meter:\n    image: ${image}\n    volumes: ['/:/host:${mode}']\n`).filter(
      (id) => id === 'compose-host-path',
    ).length;
  assert.equal(of('prom/node-exporter:v1.9.1', 'ro'), 0);
  assert.equal(of('prom/node-exporter:v1.9.1', 'rw'), 1);
  assert.equal(of('registry.example.com/meter:1', 'ro'), 1);
});

it('keys that lie in one folder are told once', () => {
  const text =
    'services:\n  forge:\n    image: forge:1\n    volumes: [/etc/ssh/a:/a, /etc/ssh/b:/b, /etc/cron.d/c:/c]\n';
  assert.equal(found('compose.yaml', text).filter((id) => id === 'compose-host-path').length, 2);
  assert.equal(found('compose.yaml', text, 'strict').filter((id) => id === 'compose-host-path').length, 3);
});

it('beside the socket of the engine a folder adds nothing', () => {
  const of = (more: string): boolean =>
    found(
      'compose.yaml',
      `services:\n  a:\n    image: a:1\n    volumes: [/var/lib/docker/volumes:/v${more}]\n`,
    ).includes('compose-host-path');
  assert.equal(of(''), true);
  assert.equal(of(', /var/run/docker.sock:/var/run/docker.sock'), false);
});
