import { pod } from '../../contract/example.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { retiredRegistries } from '../../data/registries.ts';
import { isBelow } from '../../model/image/registry.ts';

export default defineRule({
  id: 'retired-registry',
  subject: 'image',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Image comes from a retired registry',
  why: 'The registry gets no new images and no fixes, and may be turned off. A node that needs the image then cannot start the pod.',
  remedy: 'Take the image from the registry that took its place.',
  aliases: [kubescape('C-0253'), kubescape('rule-identify-old-k8s-registry')],
  examples: {
    bad: [
      pod`
        containers:
          - name: dns
      -     image: k8s.gcr.io/coredns/coredns:v1.9.3
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ retired-registry 💡
      +     image: registry.k8s.io/coredns/coredns:v1.9.3
      `,
      pod`
        containers:
          - name: kube
            image: gcr.io/google_containers/pause:3.1
      `,
    ],
    good: [
      pod`
        containers:
          - name: dns
            image: registry.k8s.io/coredns/coredns:v1.12.3
      `,
      pod`
        containers:
          - name: controller
            image: bitnami/sealed-secrets-controller:0.36.6
      `,
      pod`
        containers:
          - name: web
            image: gcr.io/google-samples/hello-app:1.0
      `,
    ],
  },

  check(image, report) {
    const { registry, repository, tag } = image.reference;
    const found = retiredRegistries.find(
      ({ prefix, versioned, except }) =>
        isBelow(`${registry}/${repository}`, prefix) &&
        except?.includes(`${registry}/${repository}`) !== true &&
        (versioned === undefined || (tag !== undefined && tag !== 'latest')),
    );
    if (found === undefined) return;
    report(image, `From a retired registry: ${shown(found.prefix)}, ${found.fact}.`, () => {
      if (found.successor === undefined || !image.text.startsWith(`${found.prefix}/`)) return undefined;
      const replaced = image.replacement(found.successor + image.text.slice(found.prefix.length));
      return replaced === undefined ? undefined : { title: `Take it from ${found.successor}`, ...replaced };
    });
  },
});

/** As people write it. */
const shown = (prefix: string): string => prefix.replace(/^docker\.io\/library\//, '');
