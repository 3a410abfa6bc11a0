import { dockerfile, pod } from '../../contract/example.ts';
import { cisDocker, defineRule, hadolint, kubescape, trivy } from '../../contract/rule.ts';
import { firstAbove } from '../../model/image/registry.ts';

export default defineRule({
  id: 'untrusted-registry',
  subject: 'image',
  severity: 'high',
  profile: 'recommended',
  title: 'Image comes from a registry that is not allowed',
  why: 'The cluster runs whatever somebody else can push there. The team decided which registries it trusts, and this is not one of them.',
  remedy: 'Take the image from an allowed registry, or add the registry to `registries` in `.seaworthy.yaml`.',
  standards: [cisDocker('4.2')],
  aliases: [
    hadolint('DL3026'),
    trivy('KSV-0125'),
    kubescape('C-0078'),
    kubescape('agent-sandbox-image-registry-allowlist'),
    kubescape('container-image-repository'),
    kubescape('container-image-repository-v1'),
    kubescape('rule-identify-blocklisted-image-registries'),
    kubescape('rule-identify-blocklisted-image-registries-v1'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      dockerfile`
        FROM evilexample.com/team/web:1
        USER 1000
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: registry.example.com/shop/web:1.0
      `,
      dockerfile`
        FROM scratch
        COPY app /app
      `,
    ],
  },

  check(image, report, { registries, deniedRegistries }) {
    const { registry, repository, problem } = image.reference;
    if (problem !== undefined) return;
    const place = `${registry}/${repository}`;
    const denied = firstAbove(place, deniedRegistries);
    if (denied !== undefined) {
      report(image, `From a denied registry: ${denied}.`);
      return;
    }
    if (registries.length === 0 || firstAbove(place, registries) !== undefined) return;
    report(image, `Not from an allowed registry: ${registry}.`);
  },
});
