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

/** Groups of Kubernetes' own kind whose controllers make pods all the same: a Gateway is deployed by some of its implementations (GEP-1762). */
export const ownMakers: readonly string[] = ['gateway.networking.k8s.io'];
