import { debian, dockerfile, pod } from '../../contract/example.ts';
import { checkov, defineRule, kics, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'image-without-digest',
  subject: 'image',
  severity: 'info',
  profile: 'all',
  title: 'Image is not pinned by digest',
  why: 'A tag can be pushed again with other code in it. Only the digest says which image was tested and signed.',
  remedy: 'Add the digest: `name:tag@sha256:...`.',
  aliases: [
    checkov('CKV_K8S_43'),
    kubescape('C-0306'),
    kubescape('image-not-pinned-to-digest'),
    kics('Image Without Digest'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      debian`USER 1000`,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000
      `,
      dockerfile`
        FROM scratch
        COPY app /app
      `,
    ],
  },

  check(image, report) {
    const { digest, problem } = image.reference;
    // A digest that is cut off pins nothing.
    if ((digest === undefined) === (problem !== undefined)) return;
    report(image, `Can be pushed again with other code: ${image.text}.`);
  },
});
