import { debian, dockerfile, pod } from '../../contract/example.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { endOf } from '../../model/image/end-of-life.ts';

export default defineRule({
  id: 'end-of-life-image',
  subject: 'image',
  severity: 'medium',
  profile: 'recommended',
  title: 'Image is past its end of life',
  why: 'Vulnerabilities found from now on stay unfixed. Scanners stop reporting them as well, since nobody checks the release any more.',
  remedy: 'Move to a release that is still maintained.',
  ignoreWhen: 'A vendor is paid to keep fixing it.',
  aliases: [kubescape('detect-nginx-ingress-controller-eol'), kubescape('C-0292')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:10-slim
        USER 1000
      `,
      pod`
        containers:
          - name: web
            image: node:16-alpine3.18
      `,
    ],
    good: [
      debian`USER 1000`,
      pod`
        containers:
          - name: web
            image: registry.example.com/debian:10
      `,
    ],
  },

  check(image, report, { today }) {
    const found = endOf(image.reference);
    if (found === undefined || found.ended > today) return;
    report(image, `No longer fixed since ${found.ended}: ${found.what}.`);
  },
});
