/**
 * Lines of configuration files by which well-known programs let anybody in, or stop checking whom they talk to. Sources: each row has its own;
 * read 2026-11-27.
 */

export interface ProgramLine {
  /** On the name of the file; left out: any, since nothing else has such a line. */
  readonly file?: RegExp;
  readonly line: RegExp;
  /** What must not stand in the file: it switches back what the row is about. */
  readonly unless?: RegExp;
  /** What the program does then, behind its name. */
  readonly does: string;
  readonly source: string;
}

/** Whoever reaches the program is let in. */
export const loginLines: readonly ProgramLine[] = [
  {
    file: /(?:redis|valkey)[^/]{0,40}\.conf$/,
    line: /^[ \t]*protected-mode[ \t]+no\b/m,
    unless: /^[ \t]*(?:requirepass|aclfile|user)[ \t]+\S/m,
    does: 'Redis lets every host in without a password',
    source: 'Redis documentation, "Security", protected mode',
  },
  {
    line: /^[ \t]*allow_anonymous[ \t]+true\b/m,
    does: 'Mosquitto lets anybody publish and subscribe',
    source: 'mosquitto.conf(5), allow_anonymous',
  },
  {
    line: /^[ \t]*xpack\.security\.enabled[ \t]*:[ \t]*["']?false\b/m,
    does: 'Elasticsearch has no logins',
    source: 'Elasticsearch reference, security settings',
  },
  {
    line: /^[ \t]*plugins\.security\.disabled[ \t]*:[ \t]*["']?true\b/m,
    does: 'OpenSearch has neither logins nor TLS',
    source: 'OpenSearch documentation, "Disabling the Security plugin"',
  },
  {
    line: /^\[auth\.anonymous\](?=[^[]{0,2000}^[ \t]*enabled[ \t]*=[ \t]*true\b)(?=[^[]{0,2000}^[ \t]*org_role[ \t]*=[ \t]*(?:Admin|Editor)\b)/im,
    does: 'Grafana lets visitors change everything',
    source: 'Grafana documentation, "Configure anonymous access", org_role',
  },
  {
    line: /^api:[ \t]*\n(?:[ \t]+[^\n]{0,200}\n){0,10}?[ \t]+insecure:[ \t]*true\b/m,
    does: 'Traefik shows its API and dashboard without a login',
    source: 'Traefik documentation, API and dashboard, insecure',
  },
  {
    file: /pg_hba\.conf$/,
    line: /^[ \t]*host(?:no)?(?:ssl)?[ \t]+\S+[ \t]+\S+[ \t]+(?:all|0\.0\.0\.0\/0|::\/0)[ \t]+trust\b/m,
    does: 'PostgreSQL lets every user in without a password',
    source: 'PostgreSQL documentation, "The pg_hba.conf File", trust',
  },
  {
    line: /^[ \t]+authorization:[ \t]*["']?disabled\b/m,
    does: 'MongoDB has no logins',
    source: 'MongoDB reference, configuration file options, security.authorization',
  },
  {
    file: /\.cnf$/,
    line: /^[ \t]*skip[-_]grant[-_]tables\b/m,
    does: 'MySQL admits anybody as any user',
    source: 'MySQL reference, --skip-grant-tables',
  },
  {
    line: /^c\.(?:NotebookApp|ServerApp|IdentityProvider)\.token[ \t]*=[ \t]*(?:''|"")/m,
    does: 'Jupyter lets anybody run code',
    source: 'Jupyter Server documentation, security',
  },
  {
    file: /cassandra\.ya?ml$/,
    line: /^authenticator:[ \t]*AllowAllAuthenticator\b/m,
    does: 'Cassandra has no logins',
    source: 'Apache Cassandra documentation, "Security", authentication',
  },
];

/** Whoever answers in place of a server is believed. */
export const certificateLines: readonly ProgramLine[] = [
  {
    line: /^[ \t"'-]*insecure_?skip_?verify["']?[ \t]*[:=][ \t]*["']?true\b/im,
    // A scraper that sends no credentials has nothing to lose but the truth of its numbers.
    unless:
      /^(?=(?:[\s\S]*\n)?scrape_configs:)(?![\s\S]*(?:authorization|bearer_token|basic_auth|credentials|oauth2|password))/i,
    does: 'certificates are not checked',
    source: 'Go documentation, crypto/tls, Config.InsecureSkipVerify, after which such settings are called',
  },
  {
    line: /"insecure-registries"[ \t]*:[ \t]*\[\s*"/,
    does: 'Docker takes images without TLS',
    source: 'dockerd reference, insecure-registries',
  },
  {
    line: /\bcheck_certificate[ \t]*=[ \t]*off\b/i,
    does: 'wget checks no certificates',
    source: 'GNU Wget manual, Wgetrc',
  },
  {
    line: /\bstrict-ssl[ \t]*=[ \t]*false\b/,
    does: 'npm checks no certificates',
    source: 'npm documentation, strict-ssl',
  },
  {
    line: /\bstrict-ssl[ \t]+false\b/,
    file: /\.yarnrc$/,
    does: 'Yarn checks no certificates',
    source: 'Yarn 1 documentation, strict-ssl',
  },
  {
    line: /\benableStrictSsl:[ \t]*false\b/,
    does: 'Yarn checks no certificates',
    source: 'Yarn documentation, enableStrictSsl',
  },
  {
    line: /\bsslverify[ \t]*=[ \t]*(?:false|0|no)\b/i,
    does: 'certificates are not checked',
    source: 'git-config(1), http.sslVerify; dnf.conf(5), sslverify',
  },
  {
    line: /\bVerify-(?:Peer|Host)\b[\\"' =]*(?:false|0|no)\b/i,
    does: 'apt checks no certificates',
    source: 'apt-transport-https(1), Acquire::https::Verify-Peer',
  },
  {
    line: /(?<![\w-])trusted-host[ \t]*=[ \t]*\S/,
    does: 'pip checks no certificates of a host',
    source: 'pip documentation, "Configuration", trusted-host',
  },
  {
    line: /\bssl_verify:[ \t]*(?:false|no|0)\b/i,
    does: 'conda checks no certificates',
    source: 'conda documentation, .condarc, ssl_verify',
  },
  {
    line: /:ssl_verify_mode:[ \t]*0\b/,
    does: 'RubyGems checks no certificates',
    source: 'gem environment, .gemrc, ssl_verify_mode',
  },
  {
    line: /\bTLS_REQCERT[ \t]+(?:never|allow)\b/i,
    does: 'LDAP clients check no certificates',
    source: 'ldap.conf(5), TLS_REQCERT',
  },
  {
    file: /\.?curlrc$/,
    line: /^[ \t]*(?:--)?(?:insecure|k)[ \t]*$/m,
    does: 'curl checks no certificates',
    source: 'curl(1), "Config file", --insecure',
  },
];
