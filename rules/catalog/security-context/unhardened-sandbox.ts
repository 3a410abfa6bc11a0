import { objects } from '../../contract/objects.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { isSandboxRuntime } from '../../data/sandbox-runtimes.ts';
import { remembered } from '../../facts/near-by.ts';
import { isSandbox } from '../../model/kubernetes/sandbox.ts';

export default defineRule({
  id: 'unhardened-sandbox',
  subject: 'pod',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Sandbox shares the kernel of its node',
  why: 'A sandbox is for code that nobody trusts. In a common container one kernel vulnerability is enough to leave it.',
  remedy: 'Name a RuntimeClass that puts a kernel of its own between, such as gVisor or Kata Containers.',
  allows: 'names of RuntimeClasses',
  aliases: [kubescape('agent-sandbox-hardened-runtime-class'), kubescape('C-0297')],
  examples: {
    bad: [
      objects`
        SandboxTemplate.extensions.agents.x-k8s.io/v1beta1 python
          podTemplate:
            spec:
              containers:
                - name: python
                  image: python:3.14-slim
      `,
      objects`
        Sandbox.agents.x-k8s.io/v1beta1 python
          podTemplate:
            spec:
              runtimeClassName: runc
              containers:
                - name: python
                  image: python:3.14-slim
      `,
    ],
    good: [
      objects`
        SandboxTemplate.extensions.agents.x-k8s.io/v1beta1 python
          podTemplate:
            spec:
              runtimeClassName: gvisor
              containers:
                - name: python
                  image: python:3.14-slim
      `,
      objects`
        Pod python
          containers:
            - name: python
              image: python:3.14-slim
      `,
    ],
  },

  check(pod, report, context) {
    const { resource } = pod;
    if (!isSandbox(resource)) return;
    const runtime = pod.spec.at('runtimeClassName');
    const name = runtime.string ?? '';
    if (runtime.unknown || isSandboxRuntime(name) || context.allowed('unhardened-sandbox').has(name)) return;
    if (!runtime.present && !runtime.missing) return;
    const message = runtime.present
      ? `Not known to isolate from the kernel of the node: RuntimeClass ${name} of ${resource.label}.`
      : `Shares the kernel of its node: ${resource.label}.`;
    report(runtime, message, ({ facts }) => {
      const known = definedRuntimes(facts)[0];
      return {
        title: `Run it with RuntimeClass ${known ?? 'gvisor'}`,
        changes: [runtime.set(known ?? 'gvisor')],
        // The API server refuses a pod whose class it does not know.
        ...(known === undefined ? { assumes: 'the cluster has a RuntimeClass gvisor' } : {}),
      };
    });
  },
});

const definedRuntimes = remembered((facts) =>
  facts.byKind.object.flatMap(({ kind, name }) => (kind === 'RuntimeClass' && isSandboxRuntime(name) ? [name] : [])),
);
