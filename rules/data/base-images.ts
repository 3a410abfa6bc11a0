/**
 * What is known of images that others are built on: who they run as, which tools make users, which smaller siblings exist. Sources: the
 * Dockerfiles and documentation of each image on its publisher's pages (Docker Official Images, Distroless, Chainguard, Red Hat UBI, Microsoft
 * .NET), read 2026-11-23. What stands here in none of the tables is unknown.
 */
/** How users are made in an image. `none`: there is no tool, or not even a shell. */
export type UserTools = 'shadow' | 'busybox' | 'none' | 'windows' | 'unknown';

export interface BaseImage {
  /** Who runs when nobody says otherwise. `drops`: it starts as root and its entrypoint steps down by itself. */
  readonly user: 'root' | 'non-root' | 'drops' | 'unknown';
  /** Number of the default user when it is not root. */
  readonly uid: number | undefined;
  /** A user that the image ships for programs to run as. */
  readonly shipped: { readonly name: string; readonly uid: number } | undefined;
  readonly tools: UserTools;
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
const drops: BaseImage = { user: 'drops', uid: undefined, shipped: undefined, tools: 'unknown' };
const official = (names: string): RegExp => new RegExp(`^docker\\.io/library/(?:${names})$`);

const alpineTag = /(?:^|-)alpine/;

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
  { name: /^docker\.io\/curlimages\/curl$/, base: runsAs(100, 'busybox') },
  { name: /^(?:docker\.io|quay\.io)\/(?:prom|prometheus)\//, base: runsAs(65534) },
  { name: /^docker\.io\/grafana\/grafana(?:-oss|-enterprise)?$/, base: runsAs(472) },
  { name: /^docker\.io\/jenkins\/jenkins$/, base: runsAs(1000) },
  { name: /^quay\.io\/keycloak\/keycloak$/, base: runsAs(1000) },
  { name: official('elasticsearch|logstash|kibana'), base: runsAs(1000) },
  { name: /^docker\.elastic\.co\//, base: runsAs(1000) },

  // Servers whose entrypoint starts as root and steps down.
  {
    name: official('postgres|redis|valkey|mysql|mariadb|mongo|rabbitmq|memcached|cassandra|influxdb|couchdb|neo4j'),
    base: drops,
  },

  // Root, with a user of its own for programs.
  { name: official('node'), tag: alpineTag, base: root('busybox', { name: 'node', uid: 1000 }) },
  { name: official('node'), base: root('shadow', { name: 'node', uid: 1000 }) },
  { name: official('nginx'), tag: alpineTag, base: root('busybox', { name: 'nginx', uid: 101 }) },
  { name: official('nginx'), base: root('shadow', { name: 'nginx', uid: 101 }) },
  {
    name: official('httpd|php|wordpress|nextcloud|drupal'),
    tag: alpineTag,
    base: root('busybox', { name: 'www-data', uid: 82 }),
  },
  { name: official('httpd|php|wordpress|nextcloud|drupal'), base: root('shadow', { name: 'www-data', uid: 33 }) },

  // Root.
  { name: official('alpine|busybox'), base: root('busybox') },
  { name: official('[a-z0-9-]+'), tag: alpineTag, base: root('busybox') },
  {
    name: official(
      'debian|ubuntu|buildpack-deps|python|golang|ruby|openjdk|eclipse-temurin|amazoncorretto|sapmachine|rust|perl|gcc|maven|gradle|tomcat|jetty|elixir|erlang|haskell|swift|julia|r-base|clojure|dart|haxe|pypy|tomee',
    ),
    base: root('shadow'),
  },
  {
    name: official('fedora|rockylinux|almalinux|oraclelinux|centos|photon|opensuse|amazonlinux'),
    tag: /^(?!.*(?:minimal|micro))/,
    base: root('shadow'),
  },
  {
    name: official(
      'fedora|rockylinux|almalinux|oraclelinux|centos|photon|opensuse|amazonlinux|clefos|archlinux|bash|docker|haproxy|traefik|caddy|registry|hello-world|consul|vault|nats',
    ),
    base: root('unknown'),
  },
  { name: /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d+\/ubi|ubi\d+)$/, base: root('shadow') },
  { name: /^registry\.(?:access\.)?redhat\.(?:com|io)\/ubi\d+/, base: root('none') },
  { name: /^docker\.io\/redhat\/ubi\d+/, base: root('none') },
  { name: /^(?:cgr\.dev\/chainguard|docker\.io\/chainguard)\/wolfi-base$/, base: root('busybox') },
  { name: /^public\.ecr\.aws\/(?:docker\/library|debian|ubuntu)\//, base: root('shadow') },
  { name: /^docker\.io\/nvidia\/cuda$/, base: root('shadow') },
];

/** Official images with a `-slim` variant of each version. */
export const slimImages: ReadonlySet<string> = new Set([
  'node',
  'python',
  'ruby',
  'openjdk',
  'debian',
  'rust',
  'perl',
  'erlang',
  'elixir',
  'haskell',
  'dart',
  'julia',
  'pypy',
  'clojure',
]);
/** Debian releases and other words behind a version that still allow `-slim` behind them. */
export const slimmableTag =
  /^(?:\d+(?:\.\d+)*|lts|current|stable|bookworm|trixie|bullseye|buster|forky|(?:\d+(?:\.\d+)*)-(?:bookworm|trixie|bullseye|buster))$/;
