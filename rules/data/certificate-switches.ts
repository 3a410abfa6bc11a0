/** Variables and arguments by which programs stop checking whom they talk to. Sources: each row has its own; read 2026-11-27. */

import { no, type ProgramSwitch, yes } from './program-switches.ts';

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

/** Whoever answers in place of an SSH server is believed. */
const hostKeySwitches: readonly ProgramSwitch[] = [
  ...['GIT_SSH_COMMAND', 'GIT_SSH', 'RSYNC_RSH'].map(
    (variable): ProgramSwitch => ({
      variable,
      value: /StrictHostKeyChecking(?:\s*=\s*|\s+)["']?(?:no|off|false)\b/i,
      does: 'has SSH take whatever key a server shows',
      source: 'ssh_config(5), StrictHostKeyChecking',
    }),
  ),
  {
    argument: /StrictHostKeyChecking=["']?(?:no|off|false)\b/i,
    does: 'has SSH take whatever key a server shows',
    source: 'ssh_config(5), StrictHostKeyChecking',
  },
  {
    variable: 'ANSIBLE_HOST_KEY_CHECKING',
    value: no,
    does: 'has Ansible take whatever key a server shows',
    source: 'Ansible documentation, "Configuration Settings", HOST_KEY_CHECKING',
  },
  ...['GITSYNC_SSH_KNOWN_HOSTS', 'GIT_KNOWN_HOSTS'].map(
    (variable): ProgramSwitch => ({
      variable,
      value: no,
      does: 'has git-sync take whatever key a server shows',
      source: 'git-sync, manual, --ssh-known-hosts',
    }),
  ),
  {
    argument: /^--?ssh-known-hosts=false$/,
    does: 'has git-sync take whatever key a server shows',
    source: 'git-sync, manual, --ssh-known-hosts',
  },
];

/** Certificates or keys of servers that the program calls are not checked. */
export const certificateSwitches: readonly ProgramSwitch[] = [
  ...toolCertificateSwitches,
  ...hostKeySwitches,
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
  {
    argument:
      /^--?(?!-?insecure-skip-tls-verify(?:=|$))[a-z.-]*(?:insecure-?skip-?(?:tls-?)?verify|skip-?(?:tls|ssl|cert(?:ificate)?)-?verif(?:y|ication)|(?:tls|ssl)-?skip-?verify)(?:=true|=1)?$/i,
    does: 'checks no certificates',
    source: 'Go documentation, crypto/tls, Config.InsecureSkipVerify, after which such flags are called',
  },
  {
    variable:
      /^(?!VAULT_|GIT_)(?:\w+_)?(?:INSECURE_?SKIP_?(?:TLS_?)?VERIFY|SKIP_(?:TLS|SSL|CERT)_VERIF(?:Y|ICATION)|(?:TLS|SSL)_(?:INSECURE_)?SKIP_VERIFY)$/i,
    value: yes,
    does: 'checks no certificates',
    source: 'Go documentation, crypto/tls, Config.InsecureSkipVerify, after which such variables are called',
  },
  {
    variable:
      /^(?!NODE_TLS_|NPM_|YARN_|CONSUL_HTTP_)(?:\w+_)?(?:(?:SSL|TLS)_REJECT_UNAUTHORIZED|VERIFY_(?:SSL|TLS|CERTS?)|(?:SSL|TLS)_VERIFY)$/i,
    value: /^(?:false|no|n|0|off|none)$/i,
    does: 'checks no certificates',
    source: 'Node.js documentation, tls.connect, rejectUnauthorized; Requests documentation, verify',
  },
  {
    argument: /^--(?:src-|dest-)?tls-verify=false$/,
    does: 'checks no certificates of registries',
    source: 'skopeo(1), podman(1), buildah(1), --tls-verify',
  },
  { argument: /^--no-check-certificate$/, does: 'has wget check no certificates', source: 'GNU Wget manual' },
  {
    // Alone, `-k` is an option of many programs.
    argument: /^(?:--insecure|-(?=[a-zA-Z]*[sSfLoO])[a-zA-Z]{0,6}k[a-zA-Z]{0,6})$/,
    program: /\bcurl\b/,
    unless: /localhost|127\.0\.0\.1/,
    does: 'has curl check no certificates',
    source: 'curl(1), --insecure',
  },
  {
    argument: /^--no-verify-ssl$/,
    program: /\baws/,
    does: 'has the AWS CLI check no certificates',
    source: 'AWS CLI reference, global options',
  },
  {
    argument: /^-Dmaven\.wagon\.http\.ssl\.insecure=true$/,
    does: 'has Maven check no certificates',
    source: 'Maven Wagon documentation, HTTP provider',
  },
  ...(
    [
      ['LDAPTLS_REQCERT', /^(?:never|allow)$/i, 'has LDAP clients check no certificates', 'ldap.conf(5), TLS_REQCERT'],
      [
        'AZURE_CLI_DISABLE_CONNECTION_VERIFICATION',
        /./,
        'has the Azure CLI check no certificates',
        'Azure CLI documentation, "Work behind a proxy"',
      ],
      [
        'CLOUDSDK_AUTH_DISABLE_SSL_VALIDATION',
        yes,
        'has gcloud check no certificates',
        'gcloud reference, properties, auth/disable_ssl_validation',
      ],
    ] as const
  ).map(([variable, value, does, source]): ProgramSwitch => ({ variable, value, does, source })),
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
