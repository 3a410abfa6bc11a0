import { pod } from '../../contract/example.ts';
import { placeholders } from '../../contract/placeholder.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'token-without-audience',
  subject: 'volume',
  severity: 'info',
  profile: 'all',
  fix: 'template',
  title: 'Projected token is valid for the API server',
  why: 'A token without an audience is valid for the API server. A service that receives it can use it there.',
  remedy: 'Set `audience` to the name that the receiving service checks.',
  ignoreWhen: 'The program talks to the API server.',
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
        #         ^^^^^^^^^^^^^^^^^^^ token-without-audience 💡
                    path: token
      +             audience: NAME-OF-THE-SERVICE
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
                    expirationSeconds: 3600
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
                    audience: vault
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
        volumes:
          - name: kube-api-access
            projected:
              sources:
                - serviceAccountToken:
                    path: token
                - configMap:
                    name: kube-root-ca.crt
      `,
    ],
  },

  check(volume, report) {
    const sources = volume.at('projected', 'sources').items;
    // What the API server itself mounts: token and certificate for talking to it.
    if (sources.some((source) => source.at('configMap', 'name').is('kube-root-ca.crt'))) return;
    for (const source of sources) {
      const token = source.at('serviceAccountToken');
      if (!token.isMap || !token.at('audience').missing) continue;
      report(
        { anchor: token.anchorOfKey, path: token.path },
        'Valid at the API server for everybody who is shown it: the token has no audience.',
        () => ({
          title: 'Name the audience',
          changes: [token.at('audience').set(placeholders.service)],
        }),
      );
    }
  },
});
