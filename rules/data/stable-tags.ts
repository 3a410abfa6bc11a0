/**
 * The line of each official image that `latest` named, and the day on which it did. Source: github.com/docker-library/official-images as of that day; for
 * Ubuntu `latest` is the release of long-term support. What `latest` names may have moved on since.
 */
const read = '2026-08-22';

export interface StableTag {
  readonly tag: string;
  /** It was the newest on this day. */
  readonly newest: string;
  /** What it stores is written for its version, and an older one does not read it. */
  readonly keepsData: boolean;
}

const line = (tag: string): StableTag => ({ tag, newest: read, keepsData: false });
const data = (tag: string): StableTag => ({ tag, newest: read, keepsData: true });

export const stableTags: ReadonlyMap<string, StableTag> = new Map([
  ['alpine', line('3.24')],
  ['busybox', line('1.38')],
  ['caddy', line('2')],
  ['debian', line('13')],
  ['eclipse-temurin', line('25')],
  ['golang', line('1.27')],
  ['gradle', line('9')],
  ['haproxy', line('3.4')],
  ['httpd', line('2.4')],
  ['mariadb', data('12.3')],
  ['maven', line('3.9')],
  ['memcached', line('1.6')],
  ['mysql', data('26.7')],
  ['nginx', line('1.31')],
  ['node', line('26')],
  ['php', line('8.5')],
  ['postgres', data('18')],
  ['python', line('3.14')],
  ['rabbitmq', data('4.3')],
  ['redis', data('8.10')],
  ['ruby', line('4.0')],
  ['rust', line('1.98')],
  ['tomcat', line('11.0')],
  ['traefik', line('v3.7')],
  ['ubuntu', line('26.04')],
]);
