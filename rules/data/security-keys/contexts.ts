/** Keys of security contexts. Sources: each row has its own; Pod Security Standards; read 2026-11-28. */
import type { KeyHelp, KeyHelpTable } from './key-help.ts';

const context = 'Kubernetes API reference, SecurityContext v1 core';
const podContext = 'Kubernetes API reference, PodSecurityContext v1 core';

const runAsUser: KeyHelp = {
  does: 'The number of the user that the processes run as. 0 is root.',
  unset: 'The user of the image: its last `USER`, else root.',
  checked: 'The restricted standard refuses 0. The container overrides what the pod sets.',
  source: context,
};
const runAsGroup: KeyHelp = {
  does: 'The number of the primary group of the processes.',
  unset: 'The primary group of the user in the image, 0 where the image does not know the user.',
  checked: 'The container overrides what the pod sets.',
  since: '1.10',
  source: context,
};
const runAsNonRoot: KeyHelp = {
  does: 'Has the kubelet refuse to start a container whose user is 0.',
  unset: 'Nothing is checked: an image without `USER` runs as root.',
  checked:
    'The kubelet cannot verify a user that the image gives as a name: set `runAsUser` to its number then. The restricted standard asks for true.',
  source: context,
};
const seccompProfile: KeyHelp = {
  does: 'The filter of system calls that the kernel holds the processes to.',
  unset:
    'Unconfined: every system call, unless the kubelet runs with `--seccomp-default`. What the pod sets counts for its containers.',
  checked: 'The baseline standard refuses `Unconfined`, the restricted one asks for `RuntimeDefault` or `Localhost`.',
  since: '1.19',
  source: 'Kubernetes documentation, "Restrict a Container\'s Syscalls with seccomp"',
};
const appArmorProfile: KeyHelp = {
  does: 'The AppArmor profile that the processes are confined by, on nodes that have AppArmor.',
  unset: "The container runtime's own profile where AppArmor is on, unless the container is privileged.",
  checked: 'The baseline standard refuses `Unconfined`. Before, it was an annotation for each container.',
  source: 'Kubernetes documentation, "Restrict a Container\'s Access to Resources with AppArmor"',
};
const seLinuxOptions: KeyHelp = {
  does: 'The SELinux label of the processes, on nodes that have SELinux.',
  unset: 'The container runtime gives each container a label of its own.',
  checked: 'The baseline standard refuses a user or a role, and all types but those made for containers.',
  source: context,
};
const windowsOptions: KeyHelp = {
  does: 'What counts for containers of Windows instead of the options for Linux.',
  unset: "The user of the image, and the pod's options where it has some.",
  checked: 'The API server refuses them where `os.name` is `linux`.',
  source: context,
};

/** Of containers and of pods. */
export const contextKeys: KeyHelpTable = {
  'SecurityContext.privileged': {
    does: 'Gives the container every capability and every device of its node, without seccomp, AppArmor and SELinux: root in it is root of the node.',
    unset: 'false',
    checked:
      'Refused by the baseline standard. The API server refuses it together with `allowPrivilegeEscalation: false`.',
    source: context,
  },
  'SecurityContext.allowPrivilegeEscalation': {
    does: 'Whether a process may gain more rights than the one that started it, such as by a setuid program. false sets `no_new_privs`.',
    unset: 'true',
    checked:
      'The API server refuses false in a privileged container and beside the capability SYS_ADMIN. The restricted standard asks for false.',
    since: '1.8',
    source: context,
  },
  'SecurityContext.capabilities': {
    does: "The parts of root's power that the container has beside, or lacks of, those that the runtime gives to every container.",
    unset: "The runtime's own list, with such as CHOWN, DAC_OVERRIDE, SETUID and NET_BIND_SERVICE.",
    checked: 'The restricted standard asks for `drop: [ALL]`, and lets NET_BIND_SERVICE alone be added.',
    source: context,
  },
  'Capabilities.add': {
    does: "Capabilities that the container gets beside the runtime's, named without `CAP_`.",
    unset: 'None is added.',
    checked:
      'The baseline standard lets those be added that runtimes give anyway, the restricted one NET_BIND_SERVICE alone. SYS_ADMIN is nearly root of the node.',
    source: 'Kubernetes API reference, Capabilities v1 core',
  },
  'Capabilities.drop': {
    does: 'Capabilities that are taken from the container; `ALL` for every one.',
    unset: 'None is dropped.',
    checked: 'The restricted standard asks for `ALL`. What is added as well is there all the same.',
    source: 'Kubernetes API reference, Capabilities v1 core',
  },
  'SecurityContext.runAsUser': runAsUser,
  'SecurityContext.runAsGroup': runAsGroup,
  'SecurityContext.runAsNonRoot': runAsNonRoot,
  'SecurityContext.seccompProfile': seccompProfile,
  'SecurityContext.appArmorProfile': appArmorProfile,
  'SecurityContext.seLinuxOptions': seLinuxOptions,
  'SecurityContext.windowsOptions': windowsOptions,
  'SecurityContext.readOnlyRootFilesystem': {
    does: 'Mounts the file system of the image so that nothing can be written to it. Volumes stay as they are: give the program an `emptyDir` where it writes.',
    unset: 'false',
    checked: 'No standard asks for it.',
    source: context,
  },
  'SecurityContext.procMount': {
    does: 'Whether parts of `/proc` are hidden and read-only (`Default`) or not (`Unmasked`).',
    unset: 'Default',
    checked: 'The baseline standard refuses `Unmasked`, and the API server asks for `hostUsers: false` beside it.',
    since: '1.12',
    source: `${context}; Pod Security Standards; what the API server answers to \`Unmasked\``,
  },
  'PodSecurityContext.runAsUser': { ...runAsUser, source: podContext },
  'PodSecurityContext.runAsGroup': { ...runAsGroup, source: podContext },
  'PodSecurityContext.runAsNonRoot': { ...runAsNonRoot, source: podContext },
  'PodSecurityContext.seccompProfile': seccompProfile,
  'PodSecurityContext.appArmorProfile': appArmorProfile,
  'PodSecurityContext.seLinuxOptions': { ...seLinuxOptions, source: podContext },
  'PodSecurityContext.windowsOptions': { ...windowsOptions, source: podContext },
  'PodSecurityContext.fsGroup': {
    does: 'A group that every process of the pod is in and that owns the files of its volumes, where the kind of volume can do that.',
    unset: 'Volumes keep their owners.',
    source: podContext,
  },
  'PodSecurityContext.fsGroupChangePolicy': {
    does: 'Whether owners of files in volumes are changed on each mount (`Always`), or only where the root of the volume has another owner (`OnRootMismatch`).',
    unset: 'Always',
    since: '1.20',
    source: podContext,
  },
  'PodSecurityContext.supplementalGroups': {
    does: 'More groups that the processes are in. 0 opens what belongs to the group root.',
    unset: 'Those that the image gives to the user.',
    source: podContext,
  },
  'PodSecurityContext.supplementalGroupsPolicy': {
    does: 'Whether groups of the image count, too (`Merge`), or those of the manifest alone (`Strict`).',
    unset: 'Merge',
    source: podContext,
  },
  'PodSecurityContext.sysctls': {
    does: "Parameters of the kernel, set in the pod's namespaces.",
    unset: 'The values of the node.',
    checked:
      'The baseline standard lets the safe ones be set alone. The kubelet refuses others unless it is told to allow them.',
    source: 'Kubernetes documentation, "Using sysctls in a Kubernetes Cluster"',
  },
  'PodSecurityContext.seLinuxChangePolicy': {
    does: 'Whether files of volumes are given the SELinux label one by one (`Recursive`) or by the mount (`MountOption`), in pods that have one.',
    unset:
      '`MountOption` with the feature gate SELinuxMount. Without it `MountOption` for volumes of one pod (ReadWriteOncePod), `Recursive` for others.',
    source: podContext,
  },
  'SeccompProfile.type': {
    does: "`RuntimeDefault`: the runtime's own filter. `Localhost`: a file of the node. `Unconfined`: none.",
    unset: 'The API server refuses a profile without it.',
    checked: 'The baseline standard refuses `Unconfined`.',
    since: '1.19',
    source: 'Kubernetes API reference, SeccompProfile v1 core',
  },
  'SeccompProfile.localhostProfile': {
    does: "The file of the profile, below the folder `seccomp` of the kubelet's own.",
    unset: 'Required with `type: Localhost`, and refused with any other.',
    since: '1.19',
    source: 'Kubernetes API reference, SeccompProfile v1 core',
  },
  'AppArmorProfile.type': {
    does: "`RuntimeDefault`: the runtime's own profile. `Localhost`: one that is loaded on the node. `Unconfined`: none.",
    unset: 'The API server refuses a profile without it.',
    checked: 'The baseline standard refuses `Unconfined`.',
    source: 'Kubernetes API reference, AppArmorProfile v1 core',
  },
  'SELinuxOptions.type': {
    does: 'The SELinux type, which decides what the processes may touch.',
    unset: '`container_t`, as the container runtime sets it.',
    checked:
      'The baseline standard lets `container_t`, `container_init_t`, `container_kvm_t` and `container_engine_t` be set.',
    source: 'Kubernetes documentation, "Pod Security Standards", SELinux',
  },
  'WindowsSecurityContextOptions.hostProcess': {
    does: 'Runs the container on the node itself, as what `runAsUserName` says.',
    unset: 'false',
    checked:
      'Refused by the baseline standard. The API server asks for the same value in all containers, and for `hostNetwork: true`.',
    since: '1.22',
    source: 'Kubernetes documentation, "Create a Windows HostProcess Pod"',
  },
};
