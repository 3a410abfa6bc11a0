import { pod } from '../../contract/example.ts';
import { defineRule, polaris } from '../../contract/rule.ts';
import { unversioned } from '../../model/image/reference.ts';

export default defineRule({
  id: 'implied-pull-policy',
  subject: 'container',
  severity: 'info',
  profile: 'all',
  fix: 'review',
  title: 'Pull policy depends on the tag',
  protection: 'pull policy',
  why: 'The policy is fixed when the object is created: `Always` for an image without tag or with `latest`. A tag that is added later does not change it, and one that is added before turns it into `IfNotPresent`.',
  remedy: 'Write `imagePullPolicy: Always`.',
  aliases: [polaris('pullPolicyNotAlways')],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx
      +     imagePullPolicy: Always
      `,
      pod`
        containers:
          - name: web
            image: nginx:latest
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report, { replacedImages }) {
    const { image } = container;
    const policy = container.at('imagePullPolicy');
    if (image === undefined || !policy.missing || replacedImages.has(unversioned(image.reference))) return;
    const { tag, digest, problem } = image.reference;
    // With any other tag nothing is pulled anew, which another rule speaks of; a digest stays the same whoever pulls it.
    if (problem !== undefined || digest !== undefined || (tag !== undefined && tag !== 'latest')) return;
    report(policy, `Pulls its image again only while the tag stays as it is: ${container.label}.`, () => ({
      title: 'Write down that the registry is always asked',
      // It is what the API server writes for such a tag by itself.
      level: 'safe',
      changes: [policy.set('Always')],
    }));
  },
});
