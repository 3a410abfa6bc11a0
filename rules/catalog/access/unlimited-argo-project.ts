import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'unlimited-argo-project',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Argo CD project limits nothing',
  why: 'Whoever may write an Application of the project deploys anything from any repository to any namespace, roles for the whole cluster among it: they are its administrator.',
  remedy:
    'Name the repositories, the namespaces and the kinds without a namespace that the applications of the project need.',
  ignoreWhen: 'Nobody but the administrators of the cluster may write Applications of it.',
  examples: {
    bad: [
      objects`
        AppProject.argoproj.io/v1alpha1 argocd/platform
          sourceRepos: ['*']
          destinations:
            - namespace: '*'
              server: '*'
          clusterResourceWhitelist:
            - group: '*'
              kind: '*'
      `,
      objects`
        AppProject.argoproj.io/v1alpha1 argocd/shop
          sourceRepos:
            - '*'
          destinations:
            - namespace: '*'
              server: https://kubernetes.default.svc
          clusterResourceWhitelist:
            - group: '*'
              kind: '*'
      `,
    ],
    good: [
      objects`
        AppProject.argoproj.io/v1alpha1 argocd/shop
          sourceRepos: ['https://git.example.com/shop/*']
          destinations:
            - namespace: '*'
              server: '*'
          clusterResourceWhitelist:
            - group: '*'
              kind: '*'
      `,
      objects`
        AppProject.argoproj.io/v1alpha1 argocd/shop
          sourceRepos: ['*']
          destinations:
            - namespace: shop-*
              server: https://kubernetes.default.svc
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('AppProject', 'argoproj.io')) return;
    const repositories = resource.at('spec', 'sourceRepos');
    const isOpen =
      repositories.strings.some(({ text }) => text === '*') &&
      !repositories.strings.some(({ text }) => text.startsWith('!')) &&
      resource.at('spec', 'destinations').items.some((one) => one.at('namespace').is('*')) &&
      resource
        .at('spec', 'clusterResourceWhitelist')
        .items.some((one) => one.at('group').is('*') && one.at('kind').is('*')) &&
      resource.at('spec', 'clusterResourceBlacklist').items.length === 0;
    const all = repositories.strings.find(({ text }) => text === '*');
    if (isOpen && all !== undefined)
      report(all.field, `Lets anything be deployed from any repository to any namespace: ${resource.label}.`);
  },
});
