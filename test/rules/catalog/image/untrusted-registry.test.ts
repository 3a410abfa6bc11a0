import rule from '../../../../rules/catalog/image/untrusted-registry.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by boundary, Docker Hub by its name', { registries: ['example.com/team'] })(pod`
    containers:
      - name: web
        image: nginx:1.29
    #          ^^^^^^^^^^ untrusted-registry
      - name: evil
        image: evilexample.com/team/web:1
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ untrusted-registry
      - name: mate
        image: example.com/teammate/web:1
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ untrusted-registry
  `);

  check('denied, though it is below what is allowed', {
    registries: ['docker.io'],
    deniedRegistries: ['docker.io/library'],
  })(pod`
    containers:
      - name: web
        image: docker.io/shop/web:1
      - name: lib
        image: nginx:1.29
        #      ^^^^^^^^^^ untrusted-registry "From a denied registry: docker.io/library"
  `);

  clean('allowed', { registries: ['docker.io/library', '*.gcr.io'] })(pod`
    containers:
      - name: web
        image: nginx:1.29
      - name: own
        image: eu.gcr.io/shop/web:1
  `);
});
