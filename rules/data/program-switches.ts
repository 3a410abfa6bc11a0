/** Variables and arguments by which well-known programs let anybody in, or stop checking certificates. Sources: each row has its own; read 2026-11-27. */

export interface ProgramSwitch {
  /** Name of a variable, or the word of an argument, in the case that the program reads. */
  readonly variable?: string;
  readonly argument?: RegExp;
  /** Of a variable: the values that switch; left out: any value. */
  readonly value?: RegExp;
  /** Another variable that has to have a value for this one to count. */
  readonly beside?: readonly [name: string, value: RegExp];
  /** What has to stand in the command line for the argument to be this program's. */
  readonly program?: RegExp;
  /** What the program does then, behind its name. */
  readonly does: string;
  readonly source: string;
}

const yes = /^(?:true|yes|y|1|on)$/i;
const no = /^(?:false|no|n|0|off)$/i;

/** Whoever reaches the program is let in. */
export const loginSwitches: readonly ProgramSwitch[] = [
  {
    variable: 'POSTGRES_HOST_AUTH_METHOD',
    value: /^trust$/i,
    does: 'lets every user in without a password',
    source: 'postgres image, POSTGRES_HOST_AUTH_METHOD',
  },
  ...['MYSQL_ALLOW_EMPTY_PASSWORD', 'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', 'MARIADB_ALLOW_EMPTY_PASSWORD'].map(
    (variable): ProgramSwitch => ({
      variable,
      value: /./,
      does: 'lets root in without a password',
      source: 'mysql and mariadb images, environment variables',
    }),
  ),
  {
    variable: 'ALLOW_EMPTY_PASSWORD',
    value: yes,
    does: 'takes no password',
    source: 'Bitnami images, ALLOW_EMPTY_PASSWORD',
  },
  {
    variable: 'ALLOW_ANONYMOUS_LOGIN',
    value: yes,
    does: 'admits anybody',
    source: 'Bitnami ZooKeeper image, ALLOW_ANONYMOUS_LOGIN',
  },
  {
    variable: 'DISABLE_SECURITY_PLUGIN',
    value: yes,
    does: 'has neither logins nor TLS',
    source: 'OpenSearch documentation, "Disabling the Security plugin"',
  },
  {
    variable: 'plugins.security.disabled',
    value: yes,
    does: 'has neither logins nor TLS',
    source: 'OpenSearch documentation, "Disabling the Security plugin"',
  },
  {
    variable: 'DISABLE_SECURITY_DASHBOARDS_PLUGIN',
    value: yes,
    does: 'has no logins',
    source: 'OpenSearch documentation, "Disabling the Security plugin"',
  },
  {
    variable: 'xpack.security.enabled',
    value: no,
    does: 'has no logins',
    source: 'Elasticsearch reference, security settings',
  },
  {
    variable: 'GF_AUTH_ANONYMOUS_ORG_ROLE',
    value: /^(?:admin|editor)$/i,
    beside: ['GF_AUTH_ANONYMOUS_ENABLED', yes],
    does: 'lets visitors change everything',
    source: 'Grafana documentation, "Configure anonymous access", org_role',
  },
  {
    variable: 'NEO4J_AUTH',
    value: /^none$/i,
    does: 'has no logins',
    source: 'Neo4j documentation, Docker, NEO4J_AUTH',
  },
  {
    variable: 'ME_CONFIG_BASICAUTH',
    value: no,
    does: 'has no login',
    source: 'mongo-express image, ME_CONFIG_BASICAUTH',
  },
  {
    variable: 'PGADMIN_CONFIG_SERVER_MODE',
    value: no,
    does: 'has no login',
    source: 'pgAdmin documentation, container deployment',
  },
  {
    variable: 'INFLUXDB_HTTP_AUTH_ENABLED',
    value: no,
    does: 'has no logins',
    source: 'InfluxDB 1.x documentation, auth-enabled',
  },
  {
    variable: 'ARGOCD_SERVER_DISABLE_AUTH',
    value: yes,
    does: 'lets anybody deploy',
    source: 'Argo CD documentation, argocd-server command reference',
  },
  {
    variable: 'AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED',
    value: yes,
    does: 'lets anybody read and write',
    source: 'Weaviate documentation, authentication',
  },
  {
    variable: 'FLOWER_UNAUTHENTICATED_API',
    value: yes,
    does: 'lets anybody run tasks',
    source: 'Flower documentation, FLOWER_UNAUTHENTICATED_API',
  },
  { variable: 'WEBUI_AUTH', value: no, does: 'has no login', source: 'Open WebUI documentation, WEBUI_AUTH' },
  {
    argument: /^--disable-auth(?:=true)?$/i,
    program: /argocd/,
    does: 'lets anybody deploy',
    source: 'Argo CD documentation, argocd-server command reference',
  },
  {
    argument: /^--auth-mode=server$/,
    program: /argo/,
    does: 'lets anybody act with its own account',
    source: 'Argo Workflows documentation, Argo Server auth mode',
  },
  {
    argument: /^--api\.insecure(?:=true)?$/i,
    does: 'shows its API and dashboard without a login',
    source: 'Traefik documentation, API and dashboard, insecure',
  },
  {
    argument: /^--enable-skip-login(?:=true)?$/,
    does: 'lets anybody skip the login',
    source: 'Kubernetes Dashboard documentation, dashboard arguments',
  },
  {
    argument: /^--skip-grant-tables$/,
    does: 'admits anybody as any user',
    source: 'MySQL reference, --skip-grant-tables',
  },
  { argument: /^--noauth$/, program: /mongo/, does: 'has no logins', source: 'MongoDB reference, mongod' },
  {
    argument: /^--(?:NotebookApp|ServerApp|IdentityProvider)\.token=(?:''|"")?$/,
    does: 'lets anybody run code',
    source: 'Jupyter Server documentation, security',
  },
  {
    argument: /^--inspect(?:-brk|-wait)?=(?:0\.0\.0\.0|\[::\]|::)(?::\d+)?$/,
    does: 'lets whoever connects to its debugger run code',
    source: 'Node.js documentation, "Security implications" of the inspector',
  },
  {
    argument: /^-(?:agentlib:|Xrun)jdwp[:=].*address=(?:\*|0\.0\.0\.0):\d+/,
    does: 'lets whoever connects to its debugger run code',
    source: 'Java documentation, JPDA connection options',
  },
  {
    argument: /^--listen=(?:0\.0\.0\.0|\[::\])?:\d+$/,
    program: /\bdlv\b/,
    does: 'lets whoever connects to its debugger run code',
    source: 'Delve documentation, dlv, --listen',
  },
];

/** Of tools that build programs and are in them. */
const toolCertificateSwitches: readonly ProgramSwitch[] = [
  // Git asks only whether it is set (http.c), so that 0 and false switch the check off as well.
  { variable: 'GIT_SSL_NO_VERIFY', does: 'has Git check no certificates', source: 'Pro Git, "Environment Variables"' },
  {
    variable: 'NODE_TLS_REJECT_UNAUTHORIZED',
    value: /^0$/,
    does: 'has Node.js check no certificates',
    source: 'Node.js documentation, NODE_TLS_REJECT_UNAUTHORIZED',
  },
  {
    variable: 'PYTHONHTTPSVERIFY',
    value: /^0$/,
    does: 'has Python check no certificates',
    source: 'PEP 493',
  },
  {
    variable: 'NPM_CONFIG_STRICT_SSL',
    value: /^false$/i,
    does: 'has npm check no certificates',
    source: 'npm documentation, strict-ssl',
  },
];

/** Certificates of servers that the program calls are not checked. */
export const certificateSwitches: readonly ProgramSwitch[] = [
  ...toolCertificateSwitches,
  {
    variable: 'VAULT_SKIP_VERIFY',
    value: yes,
    does: "does not check Vault's certificate",
    source: 'Vault documentation, VAULT_SKIP_VERIFY',
  },
  {
    variable: 'CONSUL_HTTP_SSL_VERIFY',
    value: no,
    does: "does not check Consul's certificate",
    source: 'Consul documentation, CONSUL_HTTP_SSL_VERIFY',
  },
  ...['ELASTICSEARCH_SSL_VERIFICATIONMODE', 'OPENSEARCH_SSL_VERIFICATIONMODE'].map(
    (variable): ProgramSwitch => ({
      variable,
      value: /^none$/i,
      does: 'does not check the certificate of its search engine',
      source: 'Kibana and OpenSearch Dashboards documentation, ssl.verificationMode',
    }),
  ),
  {
    argument: /^--kubelet-insecure-tls(?:=true)?$/,
    does: 'does not check the certificates of kubelets',
    source: 'metrics-server, README, configuration',
  },
  {
    argument: /^--insecure-skip-tls-verify(?:=true)?$/,
    does: 'does not check the certificate of the API server',
    source: 'kubectl reference, --insecure-skip-tls-verify',
  },
];

/** The same of what a build calls: variables alone, whose names tools of builds read in either case. */
export const buildCertificateSwitches: readonly ProgramSwitch[] = [
  ...toolCertificateSwitches,
  {
    variable: 'YARN_STRICT_SSL',
    value: /^false$/i,
    does: 'has Yarn check no certificates',
    source: 'Yarn 1 documentation, strict-ssl',
  },
  {
    variable: 'YARN_ENABLE_STRICT_SSL',
    value: /^(?:false|0)$/i,
    does: 'has Yarn check no certificates',
    source: 'Yarn documentation, enableStrictSsl',
  },
  {
    variable: 'PIP_TRUSTED_HOST',
    value: /./,
    does: 'has pip check no certificates of a host',
    source: 'pip documentation, --trusted-host',
  },
  {
    variable: 'HTTPLIB2_DISABLE_SSL',
    value: /./,
    does: 'has httplib2 check no certificates',
    source: 'httplib2, disable_ssl_certificate_validation',
  },
  {
    variable: 'BUNDLE_SSL_VERIFY_MODE',
    value: /^0$/,
    does: 'has Bundler check no certificates',
    source: 'Bundler documentation, ssl_verify_mode',
  },
];
