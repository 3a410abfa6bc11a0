/**
 * Images of programs whose interface gives whoever reaches it power over jobs, data or the cluster, mostly without a password by default. Source:
 * each project's documentation on authentication, as of 2026-11-23.
 */
const interfaces: readonly (readonly [name: string, repository: RegExp])[] = [
  ['Argo Workflows', /(?:^|\/)argo(?:cli|-server)$/],
  ['Jenkins', /(?:^|\/)jenkins(?:\/jenkins)?$/],
  ['Kubernetes dashboard', /(?:^|\/)(?:kubernetesui\/dashboard|kubernetes-dashboard[\w-]*)$/],
  ['Kubeflow', /(?:^|\/)(?:centraldashboard|jupyter-web-app|katib-ui)$/],
  ['Apache NiFi', /(?:^|\/)nifi$/],
  ['Weave Scope', /(?:^|\/)weaveworks\/scope$/],
  ['Prometheus', /(?:^|\/)prom(?:etheus)?\/prometheus$/],
  ['Apache Airflow', /(?:^|\/)airflow$/],
  ['Jupyter', /(?:^|\/)(?:jupyter\/[\w-]+|[\w-]*notebook)$/],
  ['MLflow', /(?:^|\/)mlflow$/],
  ['Ollama', /(?:^|\/)ollama$/],
  ['vLLM', /(?:^|\/)vllm-openai$/],
  ['phpMyAdmin', /(?:^|\/)phpmyadmin$/],
  ['Portainer', /(?:^|\/)portainer(?:-ce|-ee)?$/],
  ['Selenium', /(?:^|\/)selenium\/(?:hub|standalone-[\w-]+)$/],
];

/** Occurs in every repository above, and in few others. */
const mayBe =
  /argo|jenkins|dashboard|jupyter|notebook|katib|nifi|scope|prometheus|airflow|mlflow|ollama|vllm|phpmyadmin|portainer|selenium/;

/** The program an image is known for; undefined for others. */
export function adminInterfaceOf(repository: string): string | undefined {
  if (!mayBe.test(repository)) return undefined;
  return interfaces.find(([, pattern]) => pattern.test(repository))?.[0];
}
