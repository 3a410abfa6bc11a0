/**
 * Maintained release lines of official images, as tags that stay compatible and get fixes. Source: each image's page of Docker Official Images and
 * the release schedules of the projects, read 2026-11-23. A line of long-term support is preferred to the newest one.
 */
export const stableTags: ReadonlyMap<string, string> = new Map([
  ['alpine', '3.22'],
  ['busybox', '1.37'],
  ['caddy', '2'],
  ['debian', '13'],
  ['eclipse-temurin', '21'],
  ['golang', '1.25'],
  ['gradle', '9'],
  ['haproxy', '3.2'],
  ['httpd', '2.4'],
  ['mariadb', '11.8'],
  ['maven', '3.9'],
  ['memcached', '1.6'],
  ['mongo', '8.0'],
  ['mysql', '8.4'],
  ['nginx', '1.28'],
  ['node', '24'],
  ['php', '8.4'],
  ['postgres', '17'],
  ['python', '3.13'],
  ['rabbitmq', '4.1'],
  ['redis', '8.2'],
  ['ruby', '3.4'],
  ['rust', '1.90'],
  ['tomcat', '10.1'],
  ['traefik', 'v3.5'],
  ['ubuntu', '24.04'],
]);
