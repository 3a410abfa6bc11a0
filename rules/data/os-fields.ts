/**
 * What the API server forbids once a pod says which operating system it is for. Source: Kubernetes API reference, PodSpec `os`, and the
 * validation that it names; read 2026-11-23. Paths below the pod's spec and below a container.
 */
interface OsFields {
  readonly pod: readonly (readonly string[])[];
  readonly container: readonly (readonly string[])[];
}

const context = (...keys: readonly string[]): readonly (readonly string[])[] =>
  keys.map((key) => ['securityContext', key]);

/** Linux alone has them. */
export const linuxFields: OsFields = {
  pod: [
    ['hostPID'],
    ['hostIPC'],
    ['hostUsers'],
    ['shareProcessNamespace'],
    ...context(
      'appArmorProfile',
      'fsGroup',
      'fsGroupChangePolicy',
      'runAsGroup',
      'runAsUser',
      'seLinuxOptions',
      'seccompProfile',
      'supplementalGroups',
      'supplementalGroupsPolicy',
      'sysctls',
    ),
  ],
  container: context(
    'allowPrivilegeEscalation',
    'appArmorProfile',
    'capabilities',
    'privileged',
    'procMount',
    'readOnlyRootFilesystem',
    'runAsGroup',
    'runAsUser',
    'seLinuxOptions',
    'seccompProfile',
  ),
};

/** Windows alone has them. */
export const windowsFields: OsFields = { pod: context('windowsOptions'), container: context('windowsOptions') };
