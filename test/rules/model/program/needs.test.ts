import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import {
  assumingIfKnown,
  assumingWithout,
  type Program,
  programThatNeeds,
} from '../../../../rules/model/program/needs.ts';
import { Scope } from '../../../harness/scope.ts';

const program = (image: string | undefined, ...lines: readonly string[]): Program => ({ image, lines });

describe('a program that is known to need something', () => {
  it('is named by its image, whatever the registry, tag and owner', () => {
    assert.equal(programThatNeeds(program('lscr.io/linuxserver/wireguard:1.0'), 'NET_ADMIN'), 'wireguard');
    assert.equal(programThatNeeds(program('ghcr.io/wg-easy/wg-easy@sha256:00'), 'NET_ADMIN'), 'wg-easy');
    assert.equal(programThatNeeds(program('containrrr/watchtower'), 'socket'), 'watchtower');
    assert.equal(programThatNeeds(program('docker:28-dind'), 'privileged'), 'docker');
  });

  for (const [need, images] of [
    ['NET_ADMIN', 'qmcgaw/gluetun firezone/firezone vimagick/n2n kylemanna/openvpn netbirdio/netbird'],
    [
      'host network',
      'aceberg/watchyourlan seriousm4x/upsnap netalertx/netalertx homeassistant/home-assistant vimagick/passivedns',
    ],
    ['privileged', 'vimagick/bettercap bluenviron/mediamtx mikebrady/ustreamer datarhei/restreamer'],
    ['socket', 'kestra/kestra aerokube/selenoid 1dev/server:11 gztime/gzctf'],
    ['host processes', 'vimagick/monit'],
  ] as const)
    it(`is known by its image to need: ${need}`, () => {
      const unknown = images.split(' ').filter((image) => programThatNeeds(program(image), need) === undefined);
      assert.deepEqual(unknown, []);
    });

  it('is named by a command line, also in the middle of a script', () => {
    assert.equal(programThatNeeds(program('alpine', 'apk add x && /sbin/iptables -A INPUT'), 'NET_ADMIN'), 'iptables');
    assert.equal(programThatNeeds(program('alpine', 'sysctl -w vm.max_map_count=262144'), 'privileged'), 'sysctl');
    assert.equal(programThatNeeds(program('proxy', '--providers.docker=true'), 'socket'), 'providers.docker');
  });

  it('is none that nobody knows, nor a word inside of another one', () => {
    assert.equal(
      programThatNeeds(program('registry.example.com/shop/web:1', 'serve --port=80'), 'NET_ADMIN'),
      undefined,
    );
    assert.equal(programThatNeeds(program('registry.example.com/antp/clock'), 'SYS_TIME'), undefined);
    assert.equal(programThatNeeds(program(undefined), 'constructor', 'socket'), undefined);
  });

  it('is no entrypoint of an image, whatever it begins with', () => {
    assert.equal(
      programThatNeeds(program('example/web', 'docker-entrypoint.sh', 'serve'), 'privileged', 'socket'),
      undefined,
    );
  });

  it('takes the name of a capability with its prefix', () => {
    assert.equal(programThatNeeds(program('chrony'), 'CAP_SYS_TIME'), 'chrony');
    assert.deepEqual(assumingWithout([program('web'), program('chrony')], 'SYS_TIME', 'SYS_TIME'), {
      assumes: 'chrony works without SYS_TIME',
    });
    assert.deepEqual(assumingIfKnown([program('web')], 'SYS_TIME', 'SYS_TIME'), {});
  });
});

describe('a program that was given something', () => {
  it('may need it where no table knows the program, since somebody gave it for a reason', () => {
    const web = program('registry.example.com/shop/web:1', 'serve');
    assert.deepEqual(assumingWithout([web], 'privileges', 'privileged'), { assumes: 'web works without privileges' });
    assert.deepEqual(assumingWithout([program(undefined)], 'it', 'privileged'), {
      assumes: 'what runs here works without it',
    });
  });

  it('does without where its own instructions ask for nothing', () => {
    assert.deepEqual(assumingWithout([program('postgres:18')], 'privileges', 'privileged'), {});
    assert.deepEqual(
      assumingWithout([program('docker.io/library/nginx:1.29', '-g', 'daemon off;')], 'it', 'SYS_ADMIN'),
      {},
    );
  });

  for (const [name, one, need] of [
    ['an image of the same name by somebody else', program('example/postgres:18'), 'privileged'],
    ['a script of the author', program('nginx:1.29', 'sh', '-c', 'echo 1 > /proc/sys/vm/x'), 'privileged'],
    ['what others reach at its node', program('redis:8'), 'host network'],
    ['a socket that it may hand on', program('nginx:1.29'), 'socket'],
  ] as const)
    it(`is not known by: ${name}`, () => {
      assert.notEqual(assumingWithout([one], 'it', need).assumes, undefined);
    });
});

describe('what a fix takes away from a program', () => {
  const fixed = (language: 'yaml' | 'compose', text: string): string =>
    new Scope(
      rules.filter(({ fix }) => fix !== undefined),
      { language, text },
    ).fixAll() ?? text;

  it('is nothing that a service may use, and all that it is known to do without', () => {
    const given =
      'privileged: true\n    network_mode: host\n    cap_add: [NET_ADMIN]\n    volumes: ["/var/run/docker.sock:/s"]\n';
    // It was taken away before. A program that no table knows may start by nothing else, so that a person has to say it.
    const kept = fixed('compose', `services:\n  web:\n    image: registry.example.com/web:1.0.0\n    ${given}`);
    for (const line of given.split('\n')) assert.ok(kept.includes(line.trim()), line);
    const known = fixed(
      'compose',
      'services:\n  db:\n    image: postgres:18.1\n    privileged: true\n    cap_add: [SYS_TIME]\n',
    );
    assert.doesNotMatch(known, /privileged|SYS_TIME/);
  });

  it('is nothing that a container may use, and all that it is known to do without', () => {
    const init = (image: string, command: string): string =>
      fixed(
        'yaml',
        `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  initContainers:\n    - name: first\n      image: ${image}\n      command: ${command}\n      securityContext:\n        privileged: true\n`,
      );
    assert.match(init('busybox:1.37', '[sysctl, -w, vm.max_map_count=262144]'), /privileged: true/);
    assert.match(init('busybox:1.37', '[sh, -c, sleep 1]'), /privileged: true/);
    assert.match(init('nginx:1.29', '[nginx, -t]'), /privileged: false/);
  });

  it('is no privilege alone where the API server asks for it with mounts that reach the node', () => {
    const text = fixed(
      'yaml',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: postgres:18.1\n      securityContext:\n        privileged: true\n      volumeMounts:\n        - name: data\n          mountPath: /data\n          mountPropagation: Bidirectional\n  volumes:\n    - name: data\n      emptyDir: {}\n',
    );
    assert.match(text, /privileged: false/);
    assert.doesNotMatch(text, /Bidirectional/);
  });
});
