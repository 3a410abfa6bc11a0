/**
 * Images of programs whose interface gives whoever reaches it power over jobs, data or the cluster, mostly without a password by default. Source:
 * each project's documentation on authentication, as of 2026-11-23; those with `open` read 2026-11-28.
 */

interface Interface {
  readonly name: string;
  readonly repository: RegExp;
  /** Ports, by number or by a name that people give them, at which it is reached alone; left out: any that its container has. */
  readonly only?: readonly (number | string)[];
  /** Ports at which it lets anybody in where nobody sets it up otherwise. */
  readonly open?: readonly number[];
  /** What says in its variables or its command line that it asks who is there. */
  readonly asks?: RegExp;
}

const interfaces: readonly Interface[] = [
  { name: 'Argo Workflows', repository: /(?:^|\/)argo(?:cli|-server)$/ },
  { name: 'Jenkins', repository: /(?:^|\/)jenkins(?:\/jenkins)?$/ },
  { name: 'Kubernetes dashboard', repository: /(?:^|\/)(?:kubernetesui\/dashboard|kubernetes-dashboard[\w-]*)$/ },
  { name: 'Kubeflow', repository: /(?:^|\/)(?:centraldashboard|jupyter-web-app|katib-ui)$/ },
  { name: 'Apache NiFi', repository: /(?:^|\/)nifi$/ },
  { name: 'Weave Scope', repository: /(?:^|\/)weaveworks\/scope$/, open: [4040] },
  { name: 'Prometheus', repository: /(?:^|\/)prom(?:etheus)?\/prometheus$/ },
  { name: 'Apache Airflow', repository: /(?:^|\/)airflow$/ },
  { name: 'Jupyter', repository: /(?:^|\/)(?:jupyter\/[\w-]+|[\w-]*notebook)$/ },
  { name: 'MLflow', repository: /(?:^|\/)mlflow$/, open: [5000], asks: /basic-auth/ },
  { name: 'Ollama', repository: /(?:^|\/)ollama$/, open: [11434] },
  { name: 'vLLM', repository: /(?:^|\/)vllm-openai$/, open: [8000], asks: /api.key/i },
  { name: 'phpMyAdmin', repository: /(?:^|\/)phpmyadmin$/ },
  { name: 'Portainer', repository: /(?:^|\/)portainer(?:-ce|-ee)?$/ },
  {
    name: 'Selenium',
    repository: /(?:^|\/)selenium\/(?:hub|standalone-[\w-]+)$/,
    open: [4444],
    asks: /SE_ROUTER_USERNAME/,
  },
  // Mails of a program under development hold links that set passwords.
  { name: 'MailHog', repository: /(?:^|\/)mailhog$/, open: [8025], asks: /auth-file|AUTH_FILE/ },
  { name: 'Mailpit', repository: /(?:^|\/)mailpit$/, open: [8025], asks: /ui-auth|UI_AUTH/ },
  { name: 'Redis Insight', repository: /(?:^|\/)redis-?insight$/, open: [5540, 8001] },
  { name: 'Redis Commander', repository: /(?:^|\/)redis-commander$/, open: [8081], asks: /HTTP_USER/ },
  {
    name: 'Apache Spark',
    repository: /(?:^|\/)spark(?:-master)?$/,
    open: [7077, 8080],
    asks: /RPC_AUTHENTICATION|spark\.authenticate/,
  },
  { name: 'ZooNavigator', repository: /(?:^|\/)zoonavigator(?:-web)?$/, open: [9000] },
  { name: 'Kafka UI', repository: /(?:^|\/)kafka-ui$/, open: [8080], asks: /AUTH_TYPE/ },
  { name: 'Kafdrop', repository: /(?:^|\/)kafdrop$/, open: [9000] },
  { name: 'AKHQ', repository: /(?:^|\/)akhq$/, open: [8080], asks: /security/i },
  { name: 'CMAK', repository: /(?:^|\/)(?:kafka-manager|cmak)$/, open: [9000], asks: /AUTH/ },
  { name: 'Cerebro', repository: /(?:^|\/)cerebro$/, open: [9000], asks: /AUTH_TYPE/ },
  { name: 'Flower', repository: /(?:^|\/)mher\/flower$/, open: [5555], asks: /auth/i },
  { name: 'pgweb', repository: /(?:^|\/)pgweb$/, open: [8081], asks: /auth/i },
  {
    name: "Temporal's console",
    repository: /(?:^|\/)temporalio\/(?:ui|web)$/,
    open: [8080, 8088],
    asks: /AUTH_ENABLED/,
  },
  // Beside what they are for, on ports of its own.
  {
    name: "Kong's Admin API",
    repository: /(?:^|\/)kong(?:-gateway)?$/,
    only: [8001, 8444, 'admin', 'kong-admin', 'admin-tls', 'kong-admin-tls', 'admin-ssl'],
    open: [8001, 8444],
  },
  { name: "APISIX's Admin API", repository: /(?:^|\/)apisix$/, only: [9180, 'admin'], open: [9180] },
  {
    name: "Envoy's administration",
    repository: /(?:^|\/)envoyproxy\/envoy(?:-distroless|-contrib)?$/,
    only: [9901, 'admin'],
    open: [9901],
  },
];

/** Occurs in every repository above, and in few others. */
const mayBe =
  /argo|jenkins|dashboard|jupyter|notebook|katib|nifi|scope|prometheus|airflow|mlflow|ollama|vllm|phpmyadmin|portainer|selenium|mailhog|mailpit|redis|spark|zoonavigator|kafka|kafdrop|akhq|cmak|cerebro|flower|pgweb|temporalio|kong|apisix|envoy/;

const interfaceOf = (repository: string): Interface | undefined =>
  mayBe.test(repository) ? interfaces.find((one) => one.repository.test(repository)) : undefined;

/** The program an image is known for, and at which of its ports it is reached; undefined for others. */
export const adminInterfaceOf = (repository: string): Pick<Interface, 'name' | 'only'> | undefined =>
  interfaceOf(repository);

/** The program of an image that lets anybody in at a port. @param told variables and command line of it. @returns its name; undefined for none. */
export function openInterfaceAt(repository: string, port: number, told: string): string | undefined {
  const one = interfaceOf(repository);
  return one?.open?.includes(port) === true && one.asks?.test(told) !== true ? one.name : undefined;
}
