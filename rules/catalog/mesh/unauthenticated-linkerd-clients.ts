import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'unauthenticated-linkerd-clients',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  title: 'Linkerd policy admits clients without an identity',
  why: 'Without an identity of the mesh nobody knows who calls, and any pod of the cluster is let in.',
  remedy: 'Name identities or service accounts in a MeshTLSAuthentication.',
  ignoreWhen: 'It is for a port that everybody is meant to reach, such as one for probes.',
  examples: {
    bad: [
      objects`
        MeshTLSAuthentication.policy.linkerd.io/v1alpha1 shop/web
          identities: ["*"]
      `,
      objects`
        ServerAuthorization.policy.linkerd.io/v1beta1 shop/web
          server:
            name: web
          client:
            unauthenticated: true
      `,
    ],
    good: [
      objects`
        MeshTLSAuthentication.policy.linkerd.io/v1alpha1 shop/web
          identities: ["web.shop.serviceaccount.identity.linkerd.cluster.local"]
      `,
      objects`
        ServerAuthorization.policy.linkerd.io/v1beta1 shop/web
          server:
            name: web
          client:
            meshTLS:
              serviceAccounts:
                - name: web
      `,
    ],
  },

  check(resource, report) {
    if (resource.group !== 'policy.linkerd.io') return;
    const open = [
      resource.kind === 'MeshTLSAuthentication'
        ? resource.at('spec', 'identities').strings.find(({ text }) => text === '*')?.field
        : undefined,
      resource.kind === 'ServerAuthorization' && resource.at('spec', 'client', 'unauthenticated').is(true)
        ? resource.at('spec', 'client', 'unauthenticated')
        : undefined,
      resource.kind === 'ServerAuthorization' && resource.at('spec', 'client', 'meshTLS', 'unauthenticatedTLS').is(true)
        ? resource.at('spec', 'client', 'meshTLS', 'unauthenticatedTLS')
        : undefined,
    ];
    for (const field of open) {
      if (field !== undefined)
        report(
          field,
          `Admits ${field.is('*') ? 'every client of the mesh' : 'clients without an identity'}: ${resource.label}.`,
        );
    }
  },
});
