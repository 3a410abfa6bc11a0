import { dockerfile, pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'malformed-image-reference',
  subject: 'image',
  severity: 'high',
  profile: 'essential',
  title: 'Image reference is not valid',
  why: 'No runtime can read the reference: the pod stays in InvalidImageName, or the build stops.',
  remedy: 'Write `registry/path:tag`, the path in small letters.',
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: registry.example.com/Shop/web:1.0
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29:alpine
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      dockerfile`
        FROM registry.example.com:5000/shop/web:1.0
        USER 1000
      `,
    ],
  },

  check(image, report) {
    const { problem } = image.reference;
    // What waits for somebody or a tool to fill it in (`__NAME__` for sed, `@NAME@` for Autoconf) is known to be no image.
    // ko puts the image that it builds in the place of `ko://` and a Go package (ko documentation, "Kubernetes Integration").
    if (
      problem === undefined ||
      image.text.startsWith('ko://') ||
      /[<>$%{}[\]]|__\w+__|@\w+@|^[A-Z0-9_-]+$|^(?:REPLACE|CHANGE|YOUR)/.test(image.text)
    )
      return;
    report(image, `Not a valid image reference: ${problem} (${image.text}).`);
  },
});
