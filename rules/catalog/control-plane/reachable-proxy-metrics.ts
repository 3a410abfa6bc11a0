import { pod, yaml } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { cis, defineRule, kubescape } from '../../contract/rule.ts';
import { componentsOf } from '../../model/kubernetes/component.ts';

const local = '127.0.0.1:10249';

export default defineRule({
  id: 'reachable-proxy-metrics',
  subject: 'resource',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Metrics of kube-proxy are exposed',
  why: 'They reveal which services exist and how they are doing, without authentication. By default only the node itself may read them.',
  remedy: 'Let `metricsBindAddress` be an address of the node itself, such as `127.0.0.1:10249`.',
  ignoreWhen: 'A monitoring system reads them, and a firewall of the nodes keeps others away.',
  standards: [cis('4.3.1')],
  aliases: [kubescape('ensure-that-the-kube-proxy-metrics-service-is-bound-to-localhost'), kubescape('C-0274')],
  examples: {
    bad: [
      yaml`
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
      - metricsBindAddress: 0.0.0.0:10249
      + metricsBindAddress: 127.0.0.1:10249
      `,
      objects`
        ConfigMap kube-system/kube-proxy
          data:
            config.conf: |
              apiVersion: kubeproxy.config.k8s.io/v1alpha1
              kind: KubeProxyConfiguration
              metricsBindAddress: 0.0.0.0:10249
      `,
    ],
    good: [
      pod`
        containers:
          - name: kube-proxy
            image: registry.k8s.io/kube-proxy:v1.35.0
            command: [kube-proxy, --config=/var/lib/kube-proxy/config.conf]
      `,
    ],
  },

  check(resource, report) {
    const message = (address: string): string =>
      `Exposes the metrics of kube-proxy to everybody who reaches ${address}.`;
    const title = `Show them to the node alone (${local})`;
    for (const { name, flags, settings } of componentsOf(resource)) {
      if (name !== 'kube-proxy') continue;
      const flag = flags?.get('metrics-bind-address');
      if (flag !== undefined && isReachable(flag.value))
        report(flag.field, message(flag.value), () => ({ title, changes: [flag.set(local)] }));
      const field = settings?.at('metricsBindAddress');
      if (field?.string !== undefined && isReachable(field.string))
        report(field, message(field.string), () => ({ title, changes: [field.set(local)] }));
    }
    if (!resource.is('ConfigMap', '')) return;
    for (const [, field] of resource.at('data').entries) {
      const text = field.string ?? '';
      if (!/^kind:[ \t]*KubeProxyConfiguration[ \t]*$/m.test(text)) continue;
      const address = /^metricsBindAddress:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? '';
      if (isReachable(address)) report(field, message(address));
    }
  },
});

/** @param address with a port. Nothing stands for the default, which is the node itself. */
function isReachable(address: string): boolean {
  return address !== '' && !/^(?:127\.|localhost(?::|$)|\[?::1(?:\]|$))/.test(address);
}
