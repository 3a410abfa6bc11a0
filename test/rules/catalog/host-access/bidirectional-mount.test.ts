import rule from '../../../../rules/catalog/host-access/bidirectional-mount.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('bidirectional')(pod`
    containers:
      - name: web
        image: nginx:1.29
        volumeMounts:
          - name: data
            mountPath: /data
            mountPropagation: Bidirectional
    #                         ^^^^^^^^^^^^^ bidirectional-mount 💡
    volumes:
      - name: data
        hostPath:
          path: /srv
  `);

  clean('others')(pod`
    containers:
      - name: web
        image: nginx:1.29
        volumeMounts:
          - name: data
            mountPath: /data
            mountPropagation: None
    volumes:
      - name: data
        hostPath:
          path: /srv
  `);

  fix('one way')(pod`
      containers:
        - name: web
          image: nginx:1.29
          volumeMounts:
            - name: data
              mountPath: /data
    -         mountPropagation: Bidirectional
    +         mountPropagation: HostToContainer
      volumes:
        - name: data
          hostPath:
            path: /srv
  `);
});
