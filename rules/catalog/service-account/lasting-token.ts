import { pod } from '../../contract/example.ts';
import { defineRule, nsa } from '../../contract/rule.ts';

export default defineRule({
  id: 'lasting-token',
  subject: 'volume',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  title: 'Projected token lasts for more than a day',
  why: 'A leaked token can be used until it expires. The kubelet renews it in time anyway.',
  remedy: 'Set `expirationSeconds` to an hour, or omit it.',
  standards: [nsa()],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: token
            projected:
              sources:
                - serviceAccountToken:
                    path: token
      -             expirationSeconds: 31536000
        #                              ^^^^^^^^ lasting-token 💡
      +             expirationSeconds: 3600
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: token
            projected:
              sources:
                - serviceAccountToken:
                    path: token
                    audience: vault
                    expirationSeconds: 604800
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: token
            projected:
              sources:
                - serviceAccountToken:
                    path: token
      `,
    ],
  },

  check(volume, report) {
    for (const source of volume.at('projected', 'sources').items) {
      const field = source.at('serviceAccountToken', 'expirationSeconds');
      if (field.integer === undefined || field.integer <= day) continue;
      report(field, `Lasts for ${Math.round(field.integer / day)} days: the token.`, () => ({
        title: 'Let it last for an hour (programs that read it once have to read it again)',
        changes: [field.set(3600)],
      }));
    }
  },
});

/** In seconds. */
const day = 86_400;
