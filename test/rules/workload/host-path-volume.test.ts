import rule from '../../../rules/workload/host-path-volume.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'any folder, with the path or without',
    pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: data
          hostPath:
            path: /srv/data
      #           ^^^^^^^^^ host-path-volume 💡
        - name: typed
          hostPath: {}
      #             ^^ host-path-volume 💡
    `,
  );

  clean(
    'worse paths have rules of their own',
    pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: etc
          hostPath:
            path: /etc
        - name: work
          emptyDir: {}
    `,
  );

  fix(
    'becomes an emptyDir',
    pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: data
          hostPath:
            path: /srv/data
            type: Directory
        - name: work
          emptyDir: {}
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
      volumes:
        - name: data
          emptyDir: {}
        - name: work
          emptyDir: {}
    `,
  );
});
