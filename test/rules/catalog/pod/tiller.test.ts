import rule from '../../../../rules/catalog/pod/tiller.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by image')(pod`
    containers:
      - name: tiller
        image: gcr.io/kubernetes-helm/tiller:v2.16.1
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tiller
  `);

  clean('similar names')(pod`
    containers:
      - name: a
        image: example.com/tiller-ui:1
  `);
});
