import rule from '../../../../rules/catalog/control-plane/reachable-proxy-metrics.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const settings = (line: string): Example => ({
  language: 'yaml',
  text: `apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\n${line}\n`,
});
const mounted = (kind: string, line: string): Example => ({
  language: 'yaml',
  text: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kube-proxy\ndata:\n  config.conf: |\n    kind: ${kind}\n    ${line}\n`,
});
const container = (flag: string): Example => ({
  language: 'yaml',
  text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: node\nspec:\n  containers:\n    - name: kube-proxy\n      image: registry.k8s.io/kube-proxy:v1.35.0\n      command:\n        - kube-proxy\n        - ${flag}\n`,
});

testRule(rule, ({ check, clean, fix }) => {
  check('settings')(
    settings('metricsBindAddress: "[::]:10249"\n#                   ^^^^^^^^^^^^ reachable-proxy-metrics 💡'),
  );
  check('a flag')(
    container(
      '--metrics-bind-address=0.0.0.0:10249\n#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reachable-proxy-metrics 💡',
    ),
  );

  for (const address of ['""', '127.0.0.1:10249', 'localhost:10249', '"[::1]:10249"'])
    clean(`the node itself: ${address}`)(settings(`metricsBindAddress: ${address}`));
  clean('another flag')(container('--healthz-bind-address=0.0.0.0:10256'));
  clean('settings of something else')(mounted('Other', 'metricsBindAddress: 0.0.0.0:10249'));
  clean('settings in a ConfigMap, by default')(mounted('KubeProxyConfiguration', 'healthzBindAddress: 0.0.0.0:10256'));

  clean('settings in another object')({
    ...mounted('KubeProxyConfiguration', 'metricsBindAddress: 0.0.0.0:10249'),
    text: mounted('KubeProxyConfiguration', 'metricsBindAddress: 0.0.0.0:10249').text.replace('ConfigMap', 'Secret'),
  });

  fix('of settings')(settings('metricsBindAddress: 0.0.0.0:10249'), settings('metricsBindAddress: 127.0.0.1:10249'));
  fix('of a flag')(
    container('--metrics-bind-address=10.0.0.1:10249'),
    container('--metrics-bind-address=127.0.0.1:10249'),
  );
});
