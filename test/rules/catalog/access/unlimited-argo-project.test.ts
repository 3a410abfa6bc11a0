import rule from '../../../../rules/catalog/access/unlimited-argo-project.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('at the repositories')(objects`
    AppProject.argoproj.io/v1alpha1 argocd/shop
      sourceRepos:
        - https://git.example.com/shop
        - '*'
    #     ^^^ unlimited-argo-project "from any repository to any namespace: AppProject shop"
      destinations:
        - namespace: shop
          server: '*'
        - namespace: '*'
          name: in-cluster
      clusterResourceWhitelist:
        - group: '*'
          kind: '*'
  `);

  clean('what is limited in one way, and what a template fills in')(objects`
    AppProject.argoproj.io/v1alpha1 argocd/a
      sourceRepos: ['*']
      destinations: [{namespace: '*', server: '*'}]
    AppProject.argoproj.io/v1alpha1 argocd/b
      sourceRepos: ['*']
      destinations: [{namespace: '*', server: '*'}]
      clusterResourceWhitelist: [{group: '', kind: Namespace}]
    AppProject.argoproj.io/v1alpha1 argocd/c
      sourceRepos: ['*', '!https://git.example.com/*']
      destinations: [{namespace: '*', server: '*'}]
      clusterResourceWhitelist: [{group: '*', kind: '*'}]
    AppProject.argoproj.io/v1alpha1 argocd/d
      sourceRepos: ['{{ .Values.repository }}']
      destinations: [{namespace: '*', server: '*'}]
      clusterResourceWhitelist: [{group: '*', kind: '*'}]
  `);
});
