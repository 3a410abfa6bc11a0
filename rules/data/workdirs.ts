/** Where images whose WORKDIR is not `/` begin. Source: the Dockerfiles of the Docker Official Images, read 2026-11-27. */
export const workdirs: readonly { readonly name: RegExp; readonly tag?: RegExp; readonly path: string }[] = [
  { name: /^docker\.io\/library\/golang$/, path: '/go' },
  { name: /^docker\.io\/library\/php$/, tag: /apache|fpm/, path: '/var/www/html' },
  { name: /^docker\.io\/library\/(?:wordpress|nextcloud|joomla|mediawiki|adminer)$/, path: '/var/www/html' },
  { name: /^docker\.io\/library\/drupal$/, path: '/opt/drupal' },
  { name: /^docker\.io\/library\/httpd$/, path: '/usr/local/apache2' },
  { name: /^docker\.io\/library\/tomcat$/, path: '/usr/local/tomcat' },
  { name: /^docker\.io\/library\/jetty$/, path: '/var/lib/jetty' },
  { name: /^docker\.io\/library\/composer$/, path: '/app' },
  { name: /^docker\.io\/library\/(?:redis|valkey)$/, path: '/data' },
  { name: /^docker\.io\/library\/ghost$/, path: '/var/lib/ghost' },
  { name: /^docker\.io\/library\/caddy$/, path: '/srv' },
];
