import rule from '../../../../rules/catalog/schema/removed-api-version.ts';
import type { Example } from '../../../../rules/contract/example.ts';
import { testRule } from '../../../harness/index.ts';

const object = (apiVersion: string, kind: string, spec = ''): Example => ({
  language: 'yaml',
  text: `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: web\n${spec}`,
});
const selector = 'spec:\n  selector:\n    matchLabels:\n      app: web\n';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('what went with 1.25')({
    language: 'yaml',
    text: `apiVersion: policy/v1beta1
#           ^^^^^^^^^^^^^^ removed-api-version 💡 "Removed in Kubernetes 1.25, which serves PodDisruptionBudget as policy/v1"
kind: PodDisruptionBudget
metadata:
  name: web
${selector}`,
  });

  clean('what went later than the cluster', {
    kubernetes: 31,
  })(object('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'));
  clean('the same version of another kind')(object('scheduling.k8s.io/v1beta1', 'PodGroup'));
  clean('the version that came')(object('policy/v1', 'PodDisruptionBudget', selector));

  fix('by a new version')(
    object('extensions/v1beta1', 'NetworkPolicy'),
    object('networking.k8s.io/v1', 'NetworkPolicy'),
  );
  fix('of a workload with a selector')(
    object('apps/v1beta2', 'StatefulSet', selector),
    object('apps/v1', 'StatefulSet', selector),
  );
  refuses(
    'a workload without the selector that is needed now',
    /Its fields differ/,
  )(object('extensions/v1beta1', 'Deployment'));
  refuses(
    'a budget whose empty selector would mean the opposite',
    /Its fields differ/,
  )(object('policy/v1beta1', 'PodDisruptionBudget', 'spec:\n  selector: {}\n'));

  refuses(
    'an Ingress, whose backends are written otherwise',
    /Its fields differ/,
  )(object('networking.k8s.io/v1beta1', 'Ingress'));
});
