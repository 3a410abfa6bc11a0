import rule from '../../../../rules/catalog/host-access/restricted-volume.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in-tree types, spelled as the API spells them (trivy KSV-0028 looks for cephFS)')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: files
        nfs:
    #   ^^^ restricted-volume "type nfs"
          server: files.example.com
          path: /export
      - name: ceph
        cephfs: { monitors: [10.16.154.78:6789] }
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ restricted-volume "type cephfs"
  `);

  clean('all that the level admits, image volumes among them')(pod`
    containers:
      - name: web
        image: nginx:1.29
    volumes:
      - name: a
        image:
          reference: registry.example.com/model:3
      - name: b
        ephemeral: {}
      - name: c
        csi:
          driver: example.com
      - name: d
        hostPath:
          path: /srv
  `);
});
