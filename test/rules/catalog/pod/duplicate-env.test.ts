import rule from '../../../../rules/catalog/pod/duplicate-env.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('all but the last')(container`
    env:
      - name: A
    #         ^ duplicate-env 💡
        value: "1"
      - name: B
        value: "2"
      - name: A
        value: "3"
  `);

  clean('names of other containers')(pod`
    containers:
      - name: web
        image: nginx:1.29
        env: [{name: A, value: x}]
      - name: log
        image: busybox:1.37
        env: [{name: A, value: y}]
  `);

  fix('without the first')(container`
      env:
        - name: A
    -     value: "1"
    -   - name: A
          value: "3"
  `);
});
