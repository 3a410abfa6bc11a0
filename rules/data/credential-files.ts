/** Names of files that hold credentials. Source: the documentation of the programs that read them; read 2026-11-23. */

interface CredentialFile {
  /** On the path as written, with `/` between the parts. */
  readonly path: RegExp;
  readonly what: string;
}

const credentialFiles: readonly CredentialFile[] = [
  { path: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/, what: 'a private SSH key' },
  // sshd(8), FILES; what ends in .pub is public.
  { path: /(?:^|\/)ssh_host_\w+_key$/, what: 'the private key of an SSH server' },
  { path: /(?:^|\/)\.ssh(?:\/|$)/, what: 'the SSH folder' },
  {
    path: /(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults$)[\w.-]+)?$/,
    what: 'an environment file, which mostly holds secrets',
  },
  { path: /(?:^|\/)\.npmrc$/, what: "npm's configuration, which mostly holds a token" },
  { path: /(?:^|\/)\.yarnrc\.yml$/, what: "Yarn's configuration, which may hold a token" },
  { path: /(?:^|\/)\.pypirc$/, what: "PyPI's credentials" },
  { path: /(?:^|\/)\.netrc$|(?:^|\/)_netrc$/, what: 'passwords of hosts' },
  { path: /(?:^|\/)\.git-credentials$/, what: "Git's passwords" },
  { path: /(?:^|\/)\.aws(?:\/|$)/, what: 'credentials of AWS' },
  { path: /(?:^|\/)\.azure(?:\/|$)/, what: 'credentials of Azure' },
  { path: /(?:^|\/)(?:\.config\/)?gcloud(?:\/|$)/, what: 'credentials of Google Cloud' },
  { path: /(?:^|\/)\.kube(?:\/|$)|(?:^|\/)kubeconfig$/, what: 'access to a Kubernetes cluster' },
  { path: /(?:^|\/)\.docker\/config\.json$|(?:^|\/)\.dockercfg$/, what: 'passwords of registries' },
  { path: /(?:^|\/)credentials(?:[\w.-]*)\.json$|(?:^|\/)service[-_]account[\w.-]*\.json$/, what: 'credentials' },
  { path: /\.(?:pfx|p12|jks|keystore)$/, what: 'a key store' },
  {
    path: /(?:^|\/)(?![^/]{0,255}(?:pub|public|cert|chain|ca)[\w-]{0,60}\.pem$)[\w.-]*\.pem$/,
    what: 'a key, by its name',
  },
  { path: /(?:^|\/)(?![^/]*\.pub)[\w.-]+\.key$/, what: 'a private key' },
  { path: /\.tfstate(?:\.backup)?$/, what: "Terraform's state, which holds secrets in plain text" },
  { path: /(?:^|\/)\.htpasswd$/, what: 'passwords of a web server' },
];

/** @returns what the file holds, with its article; undefined for other files. */
export function credentialIn(path: string): string | undefined {
  return credentialFiles.find((file) => file.path.test(path))?.what;
}
