import { container, pod } from '../../contract/example.ts';
import type { Fix } from '../../contract/finding.ts';
import {
  checkov,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubeScore,
  kubescape,
  nsa,
  polaris,
  trivy,
} from '../../contract/rule.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import { programThatNeeds } from '../../model/program/needs.ts';

export default defineRule({
  id: 'writable-root-filesystem',
  subject: 'container',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Root filesystem can be written',
  protection: 'read-only root file system',
  why: 'An attacker who runs code in the container can replace its programs and keep tools there.',
  remedy:
    'Set `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` where the process has to write, such as `/tmp`.',
  ignoreWhen: 'The program writes beside its own files and cannot be changed.',
  standards: [nsa()],
  aliases: [
    kubeLinter('no-read-only-root-fs'),
    checkov('CKV_K8S_22'),
    trivy('KSV-0014'),
    kubescape('C-0017'),
    polaris('notReadOnlyRootFilesystem'),
    kubeScore('container-security-context-readonlyrootfilesystem'),
    kubeaudit('rootfs'),
    kubeaudit('ReadOnlyRootFilesystemNil'),
    kubeaudit('ReadOnlyRootFilesystemFalse'),
    kics('Root Container Not Mounted Read-only'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      container`
        securityContext:
          readOnlyRootFilesystem: false
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              readOnlyRootFilesystem: true
            volumeMounts:
              - name: tmp
                mountPath: /tmp
        volumes:
          - name: tmp
            emptyDir: {}
      `,
      pod`
        os:
          name: windows
        containers:
          - name: iis
            image: mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022
      `,
    ],
  },

  check(container, report) {
    // Windows containers cannot have one.
    if (container.pod.isWindows) return;
    const field = container.securityContext.at('readOnlyRootFilesystem');
    if (!field.missing && !field.is(false)) return;
    report(field, `Can write to its root filesystem: ${container.label}.`, () => [
      {
        title: 'Make the root filesystem read-only',
        consequence: 'the program must not write outside its volumes',
        changes: [field.set(true)],
        ...whereItWrites(container),
      },
      withTemporaryFolder(container),
    ]);
  },
});

/** Most programs that write anywhere write to /tmp. */
function withTemporaryFolder(container: Container): Fix | undefined {
  const mounts = container.at('volumeMounts');
  if (mounts.items.some((mount) => mount.at('mountPath').text === '/tmp')) return undefined;
  const taken = new Set(container.pod.volumes.map((volume) => volume.name));
  const name =
    ['tmp', 'tmp-folder', `tmp-${container.name}`].find((candidate) => !taken.has(candidate)) ?? `tmp-${taken.size}`;
  return {
    title: 'Make the root filesystem read-only and mount an emptyDir at /tmp',
    changes: [
      container.securityContext.at('readOnlyRootFilesystem').set(true),
      mounts.append({ name, mountPath: '/tmp' }),
      container.pod.at('volumes').append({ name, emptyDir: {} }),
    ],
    ...whereItWrites(container),
  };
}

/** A program that is known to write beside its volumes fails on the first such file. */
function whereItWrites(container: Container): Pick<Fix, 'assumes' | 'untried'> {
  const program = programThatNeeds(container.program, 'writable root filesystem');
  return program === undefined ? { untried: true } : { assumes: `${program} writes to its volumes alone` };
}
