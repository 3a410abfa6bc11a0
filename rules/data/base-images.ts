/**
 * What is known of images that others are built on: who they run as, which tools make users, which smaller siblings exist. Sources: the
 * Dockerfiles and documentation of each image on its publisher's pages (Docker Official Images, Distroless, Chainguard, Red Hat UBI, Microsoft
 * .NET), read 2026-11-23; numbers and tags of official images from their Dockerfiles and github.com/docker-library/official-images as of 2026-08-22.
 * What stands here in none of the tables is unknown.
 */
/** How users are made in an image. `none`: there is no tool, or not even a shell. */
export type UserTools = 'shadow' | 'busybox' | 'none' | 'windows' | 'unknown';

export interface BaseImage {
  /** Who runs when nobody says otherwise. `drops`: it starts as root and its entrypoint steps down by itself. */
  readonly user: 'root' | 'non-root' | 'drops' | 'unknown';
  /** Number of the default user when it is not root. */
  readonly uid: number | undefined;
  /** Where the image says it by a name instead. */
  readonly userName?: string;
  /** A user that the image ships for programs to run as. */
  readonly shipped: { readonly name: string; readonly uid: number } | undefined;
  readonly tools: UserTools;
  /** Of one that steps down: the programs for which its entrypoint does so, where it does not for every one. */
  readonly stepsDownFor?: RegExp;
  /** What has to be true for the image's own program to start as somebody else than root; a clause. */
  readonly needs?: string;
}

export interface BaseImageEntry {
  /** On the full name with registry: `docker.io/library/node`. */
  readonly name: RegExp;
  readonly tag?: RegExp;
  readonly base: BaseImage;
}

const root = (tools: UserTools, shipped?: BaseImage['shipped']): BaseImage => ({
  user: 'root',
  uid: undefined,
  shipped,
  tools,
});
const runsAs = (uid: number | undefined, tools: UserTools = 'none'): BaseImage => ({
  user: 'non-root',
  uid,
  shipped: undefined,
  tools,
});
/** The kubelet cannot tell that a name is not root. */
const runsAsName = (name: string, uid: number, tools: UserTools = 'unknown'): BaseImage => ({
  ...runsAs(uid, tools),
  userName: name,
});
/**
 * Starts as root, and its entrypoint becomes this user; told to start as it at once, it does that too.
 * @param server the programs for which the entrypoint looks, by the first word that it gets; left out where it does so for all.
 */
const becomes = (name: string, uid: number, server?: RegExp): BaseImage => ({
  user: 'drops',
  uid: undefined,
  shipped: { name, uid },
  tools: 'unknown',
  ...(server === undefined ? {} : { stepsDownFor: server }),
});
const rootThat = (needs: string, tools: UserTools = 'unknown', shipped?: BaseImage['shipped']): BaseImage => ({
  ...root(tools, shipped),
  needs,
});
const official = (names: string): RegExp => new RegExp(`^docker\\.io/library/(?:${names})$`);

const alpineTag = /(?:^|-)alpine/;
const nginxNeeds = 'nginx may write /var/cache/nginx and /run and open port 80';

/** The first entry that fits counts. */
export const baseImages: readonly BaseImageEntry[] = [
  // Images that do not run as root.
  { name: /^gcr\.io\/distroless\//, tag: /nonroot/, base: runsAs(65532) },
  { name: /^gcr\.io\/distroless\//, base: root('none') },
  {
    name: /^(?:cgr\.dev\/chainguard|docker\.io\/chainguard)\/(?!wolfi-base)/,
    tag: /^(?!.*-dev$)/,
    base: runsAs(65532),
  },
  { name: /^dhi\.io\//, tag: /^(?!.*-dev)/, base: runsAs(65532) },
  { name: /^docker\.io\/nginxinc\/nginx-unprivileged$/, base: runsAs(101) },
  { name: /^docker\.io\/(?:bitnami|bitnamilegacy|bitnamisecure)\//, base: runsAs(1001) },
  {
    name: /^registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+\/(?:nodejs|python|httpd|nginx|ruby|php|perl|go-toolset|openjdk)-/,
    base: runsAs(1001),
  },
  { name: /^mcr\.microsoft\.com\/dotnet\//, tag: /chiseled|distroless/, base: runsAs(1654) },
  {
    name: /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk|monitor)$/,
    tag: /alpine/,
    base: root('busybox', { name: '$APP_UID', uid: 1654 }),
  },
  {
    name: /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk|monitor)$/,
    tag: /^(?:[89]|\d\d)\.|^latest$/,
    base: root('shadow', { name: '$APP_UID', uid: 1654 }),
  },
  {
    name: /^mcr\.microsoft\.com\/windows\/nanoserver$/,
    base: { user: 'non-root', uid: undefined, shipped: undefined, tools: 'windows' },
  },
  { name: /^mcr\.microsoft\.com\/windows(?:\/|$)/, base: root('windows') },
  { name: /^docker\.io\/curlimages\/curl$/, base: runsAsName('curl_user', 100, 'busybox') },
  { name: /^(?:docker\.io|quay\.io)\/(?:prom|prometheus)\//, base: runsAsName('nobody', 65534) },
  { name: /^docker\.io\/grafana\/grafana(?:-oss|-enterprise)?$/, base: runsAs(472) },
  { name: /^docker\.io\/jenkins\/jenkins$/, base: runsAsName('jenkins', 1000) },
  { name: /^quay\.io\/keycloak\/keycloak$/, base: runsAs(1000) },
  { name: official('elasticsearch|logstash|kibana'), base: runsAs(1000) },
  { name: /^docker\.elastic\.co\//, base: runsAs(1000) },

  { name: official('memcached'), base: runsAsName('memcache', 11211) },
  { name: official('haproxy'), tag: /^(?:2\.[4-9]|[3-9]|lts|latest|alpine)/, base: runsAsName('haproxy', 99) },
  { name: official('solr'), base: runsAsName('solr', 8983) },
  { name: official('jetty'), base: runsAsName('jetty', 999) },
  { name: official('sonarqube'), base: runsAsName('sonarqube', 1000) },

  // Servers whose entrypoint starts as root and steps down. Source: docker-entrypoint.sh of each, read 2026-11-27.
  { name: official('postgres'), tag: alpineTag, base: becomes('postgres', 70, /^postgres$/) },
  { name: official('postgres'), base: becomes('postgres', 999, /^postgres$/) },
  { name: official('redis|valkey'), base: becomes('redis', 999, /^(?:redis|valkey)-s|\.conf$/) },
  { name: official('mysql|mariadb'), base: becomes('mysql', 999, /^(?:mysqld|mariadbd)/) },
  { name: official('mongo'), base: becomes('mongodb', 999, /^mongo/) },
  { name: official('rabbitmq'), tag: alpineTag, base: becomes('rabbitmq', 100, /^rabbitmq/) },
  { name: official('rabbitmq'), base: becomes('rabbitmq', 999, /^rabbitmq/) },
  { name: official('cassandra'), base: becomes('cassandra', 999, /^cassandra$/) },
  { name: official('couchdb'), base: becomes('couchdb', 5984, /couchdb$/) },
  { name: official('neo4j'), base: becomes('neo4j', 7474) },
  { name: official('zookeeper'), base: becomes('zookeeper', 1000, /^zkServer/) },
  { name: official('ghost'), base: becomes('node', 1000, /^node$/) },
  { name: official('eclipse-mosquitto'), base: becomes('mosquitto', 1883, /mosquitto$/) },
  {
    name: official('influxdb|consul|vault|percona|arangodb|crate|kong'),
    base: { user: 'drops', uid: undefined, shipped: undefined, tools: 'unknown' },
  },

  // Servers that do as root what nobody else may.
  { name: official('nginx'), tag: alpineTag, base: rootThat(nginxNeeds, 'busybox', { name: 'nginx', uid: 101 }) },
  { name: official('nginx'), base: rootThat(nginxNeeds, 'shadow', { name: 'nginx', uid: 101 }) },
  {
    name: official('httpd'),
    tag: alpineTag,
    base: rootThat('httpd may write /usr/local/apache2/logs and open port 80', 'busybox', {
      name: 'www-data',
      uid: 82,
    }),
  },
  {
    name: official('httpd'),
    base: rootThat('httpd may write /usr/local/apache2/logs and open port 80', 'shadow', { name: 'www-data', uid: 33 }),
  },
  {
    name: official(
      'php|wordpress|nextcloud|drupal|joomla|matomo|phpmyadmin|mediawiki|backdrop|yourls|monica|postfixadmin',
    ),
    tag: /apache/,
    base: rootThat('Apache may open port 80', 'shadow', { name: 'www-data', uid: 33 }),
  },
  {
    name: official('wordpress|nextcloud|drupal|joomla|matomo|phpmyadmin|mediawiki|backdrop|yourls|monica|postfixadmin'),
    tag: /^(?!.*(?:fpm|cli|alpine))/,
    base: rootThat('Apache may open port 80', 'shadow', { name: 'www-data', uid: 33 }),
  },
  { name: official('tomcat|tomee'), base: rootThat('Tomcat may write its logs, temp, work and webapps folders') },
  {
    name: /\/(?:cadvisor|kube-proxy|etcd|calico\/(?:node|cni)|node-driver-registrar|csi-[a-z-]+|flannel|kube-router|falco|node-problem-detector|dnsmasq-nanny[a-z0-9-]*)$|^quay\.io\/cilium\//,
    base: rootThat('it reads and changes nothing of the node that only root may'),
  },
  {
    name: /^docker\.io\/(?:gitea\/gitea|pihole\/pihole|jc21\/nginx-proxy-manager|vaultwarden\/server|homeassistant\/home-assistant|plexinc\/pms-docker)$/,
    base: rootThat('its supervisor starts without root'),
  },
  { name: official('docker'), base: rootThat('nothing in it needs the Docker daemon') },
  { name: official('registry'), base: rootThat('it may write /var/lib/registry') },
  { name: official('traefik|caddy|haproxy'), base: rootThat('it may open its ports below 1024') },
  {
    name: /^docker\.io\/(?:phusion\/|linuxserver\/|jlesage\/)|^(?:lscr\.io|ghcr\.io)\/linuxserver\//,
    base: rootThat('its supervisor starts without root'),
  },

  // Root, with a user of its own for programs.
  { name: official('node'), tag: alpineTag, base: root('busybox', { name: 'node', uid: 1000 }) },
  { name: official('node'), base: root('shadow', { name: 'node', uid: 1000 }) },
  {
    name: official('php|wordpress|nextcloud|drupal'),
    tag: alpineTag,
    base: root('busybox', { name: 'www-data', uid: 82 }),
  },
  { name: official('php|wordpress|nextcloud|drupal'), base: root('shadow', { name: 'www-data', uid: 33 }) },

  // Root.
  { name: official('alpine|busybox'), base: root('busybox') },
  { name: official('[a-z0-9-]+'), tag: alpineTag, base: root('busybox') },
  {
    name: official(
      'debian|ubuntu|buildpack-deps|python|golang|ruby|eclipse-temurin|sapmachine|rust|perl|gcc|maven|gradle|elixir|erlang|haskell|swift|julia|r-base|clojure|dart|haxe|pypy',
    ),
    // Their variants on Amazon Linux, Oracle Linux and UBI come without the tools that make users.
    tag: /^(?!.*(?:amazon|corretto|oracle|ubi|al2|minimal))/,
    base: root('shadow'),
  },
  {
    // Before 12 it is Debian by default, after it Oracle Linux.
    name: official('openjdk'),
    tag: /slim|buster|bullseye|bookworm|trixie|stretch|^(?:[789]|1[01])(?:[.-](?!.*(?:oracle|alpine))|$)/,
    base: root('shadow'),
  },
  {
    name: official('fedora|rockylinux|almalinux|centos|archlinux'),
    tag: /^(?!.*(?:minimal|micro))/,
    base: root('shadow'),
  },
  {
    name: official(
      'debian|ubuntu|buildpack-deps|python|golang|ruby|openjdk|eclipse-temurin|amazoncorretto|sapmachine|rust|perl|gcc|maven|gradle|swift|fedora|rockylinux|almalinux|oraclelinux|centos|photon|opensuse|amazonlinux|clefos|bash|hello-world|nats',
    ),
    base: root('unknown'),
  },
  { name: /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d+\/ubi|ubi\d+)$/, base: root('shadow') },
  { name: /^registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+/, base: root('none') },
  { name: /^docker\.io\/redhat\/ubi\d+/, base: root('none') },
  { name: /^(?:cgr\.dev\/chainguard|docker\.io\/chainguard)\/wolfi-base$/, base: root('busybox') },
  { name: /^public\.ecr\.aws\/(?:debian|ubuntu)\//, base: root('shadow') },
  { name: /^docker\.io\/nvidia\/cuda$/, base: root('shadow') },
];

/** Where a name of a Debian release stands in the tag of the slim variant: `bookworm-slim`, or `slim-bookworm`. */
type SlimOrder = 'release-slim' | 'slim-release';

/** Official images with a slim variant of each version. Source: their files in docker-library/official-images as of 2026-08-22. */
export const slimImages: ReadonlyMap<string, SlimOrder> = new Map([
  ['node', 'release-slim'],
  ['debian', 'release-slim'],
  ['python', 'slim-release'],
  ['ruby', 'slim-release'],
  ['rust', 'slim-release'],
  ['perl', 'slim-release'],
  ['pypy', 'slim-release'],
  ['haskell', 'slim-release'],
  ['erlang', 'slim-release'],
  ['elixir', 'slim-release'],
]);

/** A version, a release of Debian, or both, behind which a slim variant may stand. */
export const slimmableTag =
  /^(?:(\d+(?:\.\d+)*|lts|current|stable)(?:-(bookworm|trixie|bullseye|buster))?|(bookworm|trixie|bullseye|buster|forky))$/;

/** What a slim variant has, as far as builds use it. Source: the package lists of the images, which follow debian:*-slim. */
export const slimPrograms: ReadonlySet<string> = new Set(
  (
    '[ : . adduser addgroup apt apt-get apt-cache apt-mark basename bash cat cd chgrp chmod chown cp cut date dirname dpkg echo env exit export false find getent ' +
    'grep groupadd groupmod head hostname id install ldconfig ln ls mkdir mktemp mv printf pwd rm rmdir sed set sh sleep sort source stat tail tar tee test ' +
    'touch tr true tzselect uname uniq unset update-ca-certificates useradd usermod wc xargs dpkg-reconfigure locale-gen sync node corepack'
  ).split(' '),
);
