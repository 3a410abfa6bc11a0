import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writesTo } from '../../../../rules/model/program/writes.ts';

const writes = (
  source: string,
  image: string,
  { target = source, lines = [] as readonly string[], powerful = false, name = 'web' } = {},
): boolean => writesTo({ image, lines }, name, { source, target, powerful });

describe('a folder of the machine is read', () => {
  for (const [source, image] of [
    ['/etc/localtime', 'registry.example.com/clock:1'],
    ['/etc/ssl/certs/', 'registry.example.com/web:1'],
    ['/usr/share/zoneinfo', 'registry.example.com/web:1'],
    ['/etc/app', 'registry.example.com/web:1'],
    ['/etc/letsencrypt', 'nginx:1.28'],
    ['/var/log', 'registry.example.com/shipper:1'],
    ['/var/lib/docker/containers', 'grafana/promtail:3'],
    ['/', 'prom/node-exporter:v1'],
    ['/proc', 'registry.example.com/agent:1'],
    ['/run/log/journal', 'registry.example.com/agent:1'],
  ] as const)
    it(`${source} by ${image}`, () => assert.equal(writes(source, image), false));
});

describe('a folder of the machine is written', () => {
  for (const [source, image] of [
    ['/etc/letsencrypt/', 'certbot/certbot:v4'],
    ['/etc/letsencrypt', 'registry.example.com/edge:1'],
    ['/etc/ssl/private', 'goacme/lego:v4'],
    ['/etc/pihole', 'pihole/pihole:2025'],
    ['/etc/prometheus/data', 'prom/prometheus:v3'],
    ['/etc/unbound', 'mvance/unbound:1'],
    ['/home/uploads', 'registry.example.com/web:1'],
    ['/var/lib/kubelet', 'registry.example.com/agent:1'],
    ['/srv/data', 'postgres:18'],
    ['/var/log', 'fluent/fluentd:v1'],
    ['/var/log/shop', 'registry.example.com/shop:1'],
    ['/proc', 'calico/node:v3'],
  ] as const)
    it(`${source} by ${image}`, () => assert.equal(writes(source, image), true));

  it('where a command line says so', () => {
    const target = '/host/etc';
    assert.equal(writes('/etc', 'alpine:3', { target, lines: ['cat /host/etc/os-release'] }), false);
    assert.equal(writes('/etc', 'alpine:3', { target, lines: ['echo x > /host/etc/motd'] }), true);
    assert.equal(writes('/etc', 'alpine:3', { target, lines: ['--data-dir=/host/etc/x'] }), true);
    assert.equal(writes('/var/log', 'agent:1', { target: '/logs', lines: ['AGENT_LOGFILE /logs/agent.log'] }), true);
  });

  it('where the kernel is set up by one that may', () => {
    assert.equal(writes('/sys', 'registry.example.com/agent:1', { powerful: true }), true);
    assert.equal(writes('/etc/localtime', 'registry.example.com/agent:1', { powerful: true }), false);
  });

  it('by a service that is named after it', () =>
    assert.equal(writes('/etc/shop', 'registry.example.com/x:1', { name: 'shop' }), true));
});
