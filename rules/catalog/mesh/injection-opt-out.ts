import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { isMeshNamespace } from '../../model/kubernetes/namespace.ts';

export default defineRule({
  id: 'injection-opt-out',
  subject: 'pod',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Pod opts out of the mesh',
  why: 'Without a proxy its calls are in plain text, and no policy checks who calls it.',
  remedy: 'Remove the label or annotation, or say why the pod cannot be in the mesh.',
  ignoreWhen: 'It is a part of the mesh itself, or a job that the proxy would keep from ending.',
  examples: {
    bad: [
      objects`
        Pod web
          labels:
            sidecar.istio.io/inject: "false"
      `,
      objects`
        Pod web
          annotations:
            linkerd.io/inject: disabled
      `,
    ],
    good: [
      objects`
        Pod web
          labels:
            sidecar.istio.io/inject: "true"
      `,
      objects`
        Pod web
          annotations:
            linkerd.io/inject: enabled
      `,
    ],
  },

  check(pod, report) {
    if (isMeshNamespace(pod.resource.namespace ?? '')) return;
    const metadata = pod.template.at('metadata');
    const switches = [
      [metadata.at('labels', 'sidecar.istio.io/inject'), 'false'],
      [metadata.at('annotations', 'sidecar.istio.io/inject'), 'false'],
      [metadata.at('labels', 'istio.io/dataplane-mode'), 'none'],
      [metadata.at('annotations', 'linkerd.io/inject'), 'disabled'],
      [metadata.at('annotations', 'kuma.io/sidecar-injection'), 'disabled'],
    ] as const;
    for (const [field, off] of switches) {
      if (field.text === off)
        report(field, 'Gets no proxy of the mesh.', () => ({
          title: 'Let the mesh take it in',
          consequence: 'its calls and those to it are then held to the rules of the mesh',
          changes: [field.remove()],
          // A Job is done once all of its containers are (Istio, "Sidecar Injection Problems"), and only newer proxies end by themselves.
          assumes: /Job$/.test(pod.resource.kind)
            ? 'the proxy ends with its pods'
            : 'its traffic can go through the proxy',
        }));
    }
  },
});
