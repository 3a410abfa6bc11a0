import { objects } from '../../contract/objects.ts';
import { defineRule, trivy } from '../../contract/rule.ts';

export default defineRule({
  id: 'open-repository-prefix',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Allowed registry is a prefix of other names',
  why: 'Gatekeeper compares the beginning of the text: `registry.example.com` also allows `registry.example.com.evil.net/x`, and `docker.io` everybody.',
  remedy: 'End each entry with a slash, and name an organisation of a public registry.',
  aliases: [trivy('KSV-0124')],
  examples: {
    bad: [
      objects`
        K8sAllowedRepos.constraints.gatekeeper.sh/v1beta1 repos
          parameters:
            repos:
      -       - registry.example.com
      +       - registry.example.com/
      `,
      objects`
        K8sAllowedRepos.constraints.gatekeeper.sh/v1beta1 repos
          parameters:
            repos:
              - docker.io/
      `,
    ],
    good: [
      objects`
        K8sAllowedRepos.constraints.gatekeeper.sh/v1beta1 repos
          parameters:
            repos:
              - docker.io/shop/
      `,
    ],
  },

  check(resource, report) {
    if (resource.group !== 'constraints.gatekeeper.sh' || !/AllowedRepos/.test(resource.kind)) return;
    for (const { text, field } of resource.at('spec', 'parameters', 'repos').strings) {
      if (shared.test(text))
        report(field, `Open to everybody with an account there: ${text}.`, () => ({
          refused: 'Name the organisation that is meant.',
        }));
      else if (!text.endsWith('/') && !text.includes('@') && !/:[\w.-]+$/.test(text))
        report(field, `Also the beginning of other names: ${text}.`, () => ({
          title: `Write ${text}/`,
          changes: [field.set(`${text}/`)],
        }));
    }
  },
});

/** Registries where anybody may push. */
const shared = /^(?:docker\.io|index\.docker\.io|ghcr\.io|quay\.io|public\.ecr\.aws)\/?$/;
