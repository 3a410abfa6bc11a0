import { dockerfile, pod } from '../../contract/example.ts';
import { defineRule, kubescape } from '../../contract/rule.ts';
import { endOf } from '../../model/image/end-of-life.ts';

export default defineRule({
  id: 'end-of-life-image',
  subject: 'image',
  severity: 'medium',
  profile: 'recommended',
  tags: [],
  since: '0.1.0',
  title: 'Image gets no more fixes',
  why: 'Holes that are found from now on stay open. Scanners fall silent as well, since nobody looks at the release any more.',
  remedy: 'Move to a release that is still kept.',
  ignoreWhen: 'Somebody is paid to go on mending it.',
  standards: [],
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
      dockerfile`
        FROM debian:13-slim
        USER 1000
      `,
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
    report(image, `${found.what} has had no fixes since ${found.ended}.`);
  },
});
