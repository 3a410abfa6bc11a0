/**
 * Objects of other projects whose controllers make pods, and the labels by which these are known, where the label is not of the project's own domain.
 * Sources: the documentation of each project on the labels of its pods; the day of reading was not noted.
 */
interface PodMaker {
  readonly group: string;
  readonly kind: string;
  /** Keys whose value is the object's name. */
  readonly labels: readonly string[];
}

const maker = (kind: string, group: string, labels: string): PodMaker => ({ group, kind, labels: labels.split(' ') });

const instance = 'app.kubernetes.io/instance';
const name = 'app.kubernetes.io/name';

export const podMakers: readonly PodMaker[] = [
  // prometheus-operator.dev, "Design" and "Storage".
  maker('Prometheus', 'monitoring.coreos.com', `prometheus ${instance}`),
  maker('Alertmanager', 'monitoring.coreos.com', `alertmanager ${instance}`),
  maker('ThanosRuler', 'monitoring.coreos.com', `thanos-ruler ${instance}`),
  // rabbitmq.com, "Using RabbitMQ Cluster Kubernetes Operator".
  maker('RabbitmqCluster', 'rabbitmq.com', name),
  // postgres-operator.readthedocs.io, "Administrator guide", cluster_name_label.
  maker('postgresql', 'acid.zalan.do', 'cluster-name'),
  // operator.docs.scylladb.com.
  maker('ScyllaCluster', 'scylla.scylladb.com', 'scylla/cluster'),
  // nightlies.apache.org/flink, flink-kubernetes-operator.
  maker('FlinkDeployment', 'flink.apache.org', 'app'),
  // docs.percona.com, the operators for MySQL, MongoDB and PostgreSQL.
  maker('PerconaXtraDBCluster', 'pxc.percona.com', instance),
  maker('PerconaServerMongoDB', 'psmdb.percona.com', instance),
  // jaegertracing.io, "Operator"; opentelemetry.io, "OpenTelemetry Operator".
  maker('Jaeger', 'jaegertracing.io', `${instance} app`),
  maker('OpenTelemetryCollector', 'opentelemetry.io', `${instance} ${name}`),
  // What installs a chart names its release so, which charts write into these labels (helm.sh, "Labels and Annotations").
  maker('HelmRelease', 'helm.toolkit.fluxcd.io', `${instance} ${name} release app`),
  maker('HelmChart', 'helm.cattle.io', `${instance} ${name} release app`),
  maker('Application', 'argoproj.io', `${instance} ${name} release app`),
];

/** Kinds of Kubernetes' own groups whose controllers make pods all the same: a Gateway is deployed by some of its implementations (GEP-1762). */
export const ownMakers: ReadonlySet<string> = new Set(['Gateway.gateway.networking.k8s.io']);

/**
 * Groups of other projects none of whose kinds makes pods: they configure what runs already, or make Secrets. Source: the references of the projects' APIs as
 * known on 2026-11-28; not read again for this table.
 */
export const groupsWithoutPods: ReadonlySet<string> = new Set([
  'bitnami.com',
  'cilium.io',
  'config.gatekeeper.sh',
  'configuration.konghq.com',
  'constraints.gatekeeper.sh',
  'crd.projectcalico.org',
  'external-secrets.io',
  'extensions.istio.io',
  'image.toolkit.fluxcd.io',
  'kyverno.io',
  'linkerd.io',
  'metallb.io',
  'mutations.gatekeeper.sh',
  'networking.istio.io',
  'notification.toolkit.fluxcd.io',
  'policy.linkerd.io',
  'projectcalico.org',
  'route.openshift.io',
  'secrets-store.csi.x-k8s.io',
  'security.istio.io',
  'security.openshift.io',
  'source.toolkit.fluxcd.io',
  'telemetry.istio.io',
  'templates.gatekeeper.sh',
  'traefik.containo.us',
  'traefik.io',
]);

/** The same of single kinds, as `Kind.group`: others of their groups make pods. Source: as above. */
export const kindsWithoutPods: ReadonlySet<string> = new Set([
  'AlertmanagerConfig.monitoring.coreos.com',
  'AppProject.argoproj.io',
  'Certificate.cert-manager.io',
  'CertificateRequest.cert-manager.io',
  'ClusterIssuer.cert-manager.io',
  'Issuer.cert-manager.io',
  'PodMonitor.monitoring.coreos.com',
  'Probe.monitoring.coreos.com',
  'PrometheusRule.monitoring.coreos.com',
  'ScaledObject.keda.sh',
  'ScrapeConfig.monitoring.coreos.com',
  'ServiceMonitor.monitoring.coreos.com',
  'TriggerAuthentication.keda.sh',
]);
