/**
 * Registries that were given up. Source: the announcement above each; as of 2026-11-23. What stands below the regional names was added on 2026-11-27 without
 * reading the announcements again.
 */

export interface RetiredRegistry {
  /** Registry, or registry and a part of the path. */
  readonly prefix: string;
  /** What became of it, as a clause. */
  readonly fact: string;
  /** Where the same images are under the same names. */
  readonly successor?: string;
  /** Only tags that name a version are gone. */
  readonly versioned?: true;
  /** Repositories below it that get new images as before. */
  readonly except?: readonly string[];
}

export const retiredRegistries: readonly RetiredRegistry[] = [
  // bitnami/containers, issue 83267, "Upcoming changes to the Bitnami catalog"
  { prefix: 'docker.io/bitnamilegacy', fact: 'holds old images without updates since 2025' },
  {
    prefix: 'docker.io/bitnami',
    fact: 'its versions moved to bitnamilegacy in 2025',
    versioned: true,
    // bitnami-labs/sealed-secrets, .github/workflows/release.yaml at release 0.36.6 of 2026, read 2026-11-28
    except: ['docker.io/bitnami/sealed-secrets-controller', 'docker.io/bitnami/sealed-secrets-kubeseal'],
  },
  // kubernetes.io/blog/2023/03/10/image-registry-redirect
  { prefix: 'k8s.gcr.io', fact: 'frozen since 2023-04-03', successor: 'registry.k8s.io' },
  {
    prefix: 'gcr.io/google_containers',
    fact: 'moved to k8s.gcr.io in 2018, then frozen',
    successor: 'registry.k8s.io',
  },
  {
    prefix: 'gcr.io/google-containers',
    fact: 'moved to k8s.gcr.io in 2018, then frozen',
    successor: 'registry.k8s.io',
  },
  // kubernetes.io/blog/2023/03/10/image-registry-redirect, the regional names of the same
  ...['us', 'eu', 'asia'].map(
    (region): RetiredRegistry => ({
      prefix: `${region}.gcr.io/k8s-artifacts-prod`,
      fact: 'frozen since 2023-04-03',
      successor: 'registry.k8s.io',
    }),
  ),
  // kubernetes/ingress-nginx, release controller-v0.40.0
  { prefix: 'quay.io/kubernetes-ingress-controller', fact: 'moved to registry.k8s.io/ingress-nginx in 2020' },
  // kubernetes-sigs/kubebuilder, discussion 3907, "Action required: gcr.io/kubebuilder"
  { prefix: 'gcr.io/kubebuilder', fact: 'turned off in 2025; kube-rbac-proxy is at quay.io/brancz' },
  // vmware-tanzu/velero, release v1.0.0
  { prefix: 'gcr.io/heptio-images', fact: 'its projects moved in 2019, such as Ark to velero/velero' },
  // prometheus-operator, release v0.39.0; flannel-io/flannel, release v0.17.0; kube-state-metrics, release v2.0.0
  { prefix: 'quay.io/coreos/prometheus-operator', fact: 'moved to quay.io/prometheus-operator in 2020' },
  { prefix: 'quay.io/coreos/prometheus-config-reloader', fact: 'moved to quay.io/prometheus-operator in 2020' },
  { prefix: 'quay.io/coreos/kube-rbac-proxy', fact: 'moved to quay.io/brancz in 2020' },
  { prefix: 'quay.io/coreos/kube-state-metrics', fact: 'moved to registry.k8s.io/kube-state-metrics in 2021' },
  { prefix: 'quay.io/coreos/flannel', fact: 'moved to docker.io/flannel in 2022' },
  // devblogs.microsoft.com, "Microsoft syndicates container catalog", 2018
  { prefix: 'docker.io/microsoft', fact: 'moved to mcr.microsoft.com in 2018' },
  // circleci.com, "Legacy convenience image deprecation": these, and not what else its makers have there, such as their runners
  ...[
    'android',
    'buildpack-deps',
    'clojure',
    'dynamodb',
    'elixir',
    'golang',
    'jruby',
    'mariadb',
    'mongo',
    'mysql',
    'node',
    'openjdk',
    'php',
    'postgres',
    'python',
    'redis',
    'ruby',
    'rust',
  ].map(
    (name): RetiredRegistry => ({
      prefix: `docker.io/circleci/${name}`,
      fact: 'without updates since 2021; its images are at cimg',
    }),
  ),
  // keycloak.org, "Keycloak 17.0.0 released"; WildFly, release 24
  { prefix: 'docker.io/jboss', fact: 'moved to quay.io/keycloak and quay.io/wildfly' },
  // Weaveworks, statement of 2024-02-05
  { prefix: 'docker.io/weaveworks', fact: 'its company closed in 2024' },
  // Docker Hub, the deprecation notice on the page of each official image
  ...(
    [
      ['vault', 'hashicorp/vault'],
      ['consul', 'hashicorp/consul'],
      ['jenkins', 'jenkins/jenkins'],
      ['java', 'eclipse-temurin'],
      ['adoptopenjdk', 'eclipse-temurin'],
      ['owncloud', 'owncloud/server'],
      ['piwik', 'matomo'],
      ['opensuse', 'opensuse/leap'],
      ['django', 'python'],
      ['rails', 'ruby'],
      ['iojs', 'node'],
      ['celery', 'python'],
    ] as const
  ).map(
    ([name, instead]): RetiredRegistry => ({
      prefix: `docker.io/library/${name}`,
      fact: `without updates; take ${instead}`,
    }),
  ),
];

/**
 * Registries where anybody offers images to everybody. What comes from another one is built, or chosen and tried, by those who deploy it. Source: the page of each
 * registry, read 2026-11-28.
 */
export const publicRegistries: ReadonlySet<string> = new Set(
  'docker.io ghcr.io quay.io gcr.io registry.k8s.io k8s.gcr.io us.gcr.io eu.gcr.io asia.gcr.io public.ecr.aws lscr.io mcr.microsoft.com registry.gitlab.com docker.elastic.co registry.access.redhat.com registry.redhat.io nvcr.io cgr.dev dhi.io codeberg.org xpkg.upbound.io oci.external-secrets.io docker.n8n.io'.split(
    ' ',
  ),
);
