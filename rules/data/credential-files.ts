/** Names of files that hold credentials. Source: the documentation of the programs that read them; read 2026-11-23. */

interface CredentialFile {
  /** On the path as written, with `/` between the parts. */
  readonly path: RegExp;
  readonly what: string;
  /** The name alone says little, so that it counts only where the file itself is called so. */
  readonly vague?: true;
}

const credentialFiles: readonly CredentialFile[] = [
  { path: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/, what: 'a private SSH key' },
  // sshd(8), FILES; what ends in .pub is public.
  { path: /(?:^|\/)ssh_host_\w+_key$/, what: 'the private key of an SSH server' },
  // ssh(1), FILES: these hold nothing that opens anything.
  {
    path: /(?:^|\/)\.ssh(?:\/(?!(?:known_hosts|config|authorized_keys|environment|rc)(?:[._-][^/]*)?$|[^/]*\.pub$)|$)/,
    what: 'the SSH folder',
  },
  {
    path: /(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults$)[\w.-]+)?$/,
    what: 'an environment file, which mostly holds secrets',
  },
  { path: /(?:^|\/)\.npmrc$/, what: "npm's configuration, which mostly holds a token" },
  { path: /(?:^|\/)\.yarnrc\.yml$/, what: "Yarn's configuration, which may hold a token" },
  { path: /(?:^|\/)\.pypirc$/, what: "PyPI's credentials" },
  { path: /(?:^|\/)\.netrc$|(?:^|\/)_netrc$/, what: 'passwords of hosts' },
  { path: /(?:^|\/)\.git-credentials$/, what: "Git's passwords" },
  { path: /(?:^|\/)\.aws(?:\/(?!config$)|$)/, what: 'credentials of AWS' },
  { path: /(?:^|\/)\.azure(?:\/|$)/, what: 'credentials of Azure' },
  { path: /(?:^|\/)(?:\.config\/)?gcloud(?:\/|$)/, what: 'credentials of Google Cloud' },
  { path: /(?:^|\/)\.kube(?:\/|$)|(?:^|\/)kubeconfig$/, what: 'access to a Kubernetes cluster' },
  { path: /(?:^|\/)\.docker\/config\.json$|(?:^|\/)\.dockercfg$/, what: 'passwords of registries' },
  { path: /(?:^|\/)credentials(?:[\w.-]*)\.json$|(?:^|\/)service[-_]account[\w.-]*\.json$/, what: 'credentials' },
  // A trust store holds certificates alone.
  { path: /(?:^|\/)(?![^/]*(?:trust|cacerts))[^/]*\.(?:pfx|p12|jks|keystore)$/i, what: 'a key store' },
  {
    path: /(?:^|\/)(?![^/]{0,255}(?:pub|public|cert|chain|ca)[\w-]{0,60}\.pem$)[\w.-]*\.pem$/,
    what: 'a key, by its name',
    vague: true,
  },
  { path: /(?:^|\/)(?![^/]*(?:\.pub|licen[cs]e|public))[\w.-]+\.key$/, what: 'a private key' },
  { path: /\.tfstate(?:\.backup)?$/, what: "Terraform's state, which holds secrets in plain text" },
  { path: /(?:^|\/)\.htpasswd$/, what: 'passwords of a web server' },
];

/** @returns what the file holds, with its article; undefined for other files. */
export function credentialIn(path: string): string | undefined {
  return credentialFiles.find((file) => file.path.test(path))?.what;
}

/** @returns what a file becomes that is put there under this name; undefined for other names. */
export function credentialAt(path: string): string | undefined {
  return credentialFiles.find((file) => file.vague === undefined && file.path.test(path))?.what;
}

/** Variables that say where a program finds its credentials. Sources: the documentation of each program; read 2026-11-27. */
const credentialVariables: ReadonlyMap<string, string> = new Map([
  // AWS CLI user guide, "Environment variables"
  ['AWS_SHARED_CREDENTIALS_FILE', 'credentials of AWS'],
  ['AWS_WEB_IDENTITY_TOKEN_FILE', 'a token of AWS'],
  // Google Cloud, "Application Default Credentials"; gcloud, "Properties"
  ['GOOGLE_APPLICATION_CREDENTIALS', 'credentials of Google Cloud'],
  ['CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE', 'credentials of Google Cloud'],
  // Azure Identity, "EnvironmentCredential"
  ['AZURE_CLIENT_CERTIFICATE_PATH', 'the key of an Azure client'],
  ['AZURE_FEDERATED_TOKEN_FILE', 'a token of Azure'],
  // Oracle Cloud, "CLI Environment Variables"
  ['OCI_CLI_KEY_FILE', 'a key of Oracle Cloud'],
  // Kubernetes documentation, "Organizing Cluster Access Using kubeconfig Files"
  ['KUBECONFIG', 'access to a Kubernetes cluster'],
  // containers-auth.json(5)
  ['REGISTRY_AUTH_FILE', 'passwords of registries'],
  // PostgreSQL documentation, "Environment Variables"
  ['PGPASSFILE', 'passwords of databases'],
  // npm documentation, "npmrc"
  ['NPM_CONFIG_USERCONFIG', "npm's configuration, which mostly holds a token"],
  // Ansible documentation, "Configuration Settings"
  ['ANSIBLE_VAULT_PASSWORD_FILE', 'the password of a vault'],
  ['ANSIBLE_PRIVATE_KEY_FILE', 'a private SSH key'],
  // SOPS, README, "Encrypting using age"
  ['SOPS_AGE_KEY_FILE', 'a private key'],
  // Boto 2 documentation, "Boto Config"
  ['BOTO_CONFIG', 'credentials of AWS'],
]);

/** The form that Docker's official images read: `POSTGRES_PASSWORD_FILE`. Source: Docker Hub, postgres, "Docker Secrets". */
const ofSecretFile = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|SECRET_KEY|PRIVATE_KEY|TOKEN|CREDENTIALS?)_FILE$/;

/** @returns what lies at the path that the variable holds, with its article; undefined for other variables. */
export function credentialBy(variable: string): string | undefined {
  const name = variable.toUpperCase();
  return credentialVariables.get(name) ?? (ofSecretFile.test(name) ? 'a secret' : undefined);
}
