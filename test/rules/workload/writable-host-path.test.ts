import rule from '../../../rules/workload/writable-host-path.ts';
import { pod, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'by default',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          volumeMounts:
            - name: data
      #             ^^^^ writable-host-path 💡
              mountPath: /data
            - name: data
              mountPath: /log
              readOnly: false
      #                 ^^^^^ writable-host-path 💡
      volumes:
        - name: data
          hostPath:
            path: /srv
    `,
  );

  clean(
    'for reading',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          volumeMounts:
            - name: data
              mountPath: /data
              readOnly: true
            - name: other
              mountPath: /o
      volumes:
        - name: data
          hostPath:
            path: /srv
    `,
  );

  fix(
    'reading',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          volumeMounts:
            - name: data
              mountPath: /data
      volumes:
        - name: data
          hostPath:
            path: /srv
    `,
    pod`
      containers:
        - name: web
          image: nginx:1.29
          volumeMounts:
            - name: data
              mountPath: /data
              readOnly: true
      volumes:
        - name: data
          hostPath:
            path: /srv
    `,
  );
});
