import { container, pod } from '../../contract/example.ts';
import { checkov, defineRule, kubeScore, kubescape, polaris } from '../../contract/rule.ts';
import { unversioned } from '../../model/image/reference.ts';

export default defineRule({
  id: 'cached-image',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  title: 'Cached image may run without asking the registry',
  protection: 'fresh image',
  why: 'A pod that may not pull an image still runs it when another pod has left it on the node, and a tag that was pushed again is not noticed.',
  remedy: 'Set `imagePullPolicy: Always`, or pin the image by digest.',
  aliases: [
    checkov('CKV_K8S_15'),
    polaris('pullPolicyNotAlways'),
    kubeScore('container-image-pull-policy'),
    kubescape('C-0075'),
  ],
  examples: {
    bad: [
      container`imagePullPolicy: IfNotPresent`,
      container`
      + imagePullPolicy: Always
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:latest
      `,
    ],
  },

  check(container, report, { replacedImages }) {
    const { image } = container;
    const policy = container.at('imagePullPolicy');
    if (image === undefined || image.reference.problem !== undefined || image.reference.digest !== undefined) return;
    if (replacedImages.has(unversioned(image.reference))) return;
    const { tag } = image.reference;
    // Without a policy `latest` is always pulled (Kubernetes documentation, "Images", default image pull policy).
    const cached = policy.missing
      ? tag !== undefined && tag !== 'latest'
      : policy.is('IfNotPresent') || policy.is('Never');
    if (!cached) return;
    report(policy, `May run an image that is already on the node: ${container.label}.`, () => ({
      title: 'Always ask the registry',
      consequence: 'pods wait for it when they start',
      changes: [policy.set('Always')],
      // The author says that it is on the node already.
      ...(policy.is('Never') ? { assumes: 'a registry has the image' } : {}),
    }));
  },
});
