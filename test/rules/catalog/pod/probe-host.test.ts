import rule from '../../../../rules/catalog/pod/probe-host.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('probes and hooks')(container`
    livenessProbe:
      httpGet:
        host: 169.254.169.254
    #         ^^^^^^^^^^^^^^^ probe-host 💡 "livenessProbe"
        port: 80
    lifecycle:
      postStart:
        tcpSocket:
          host: db.example.com
    #           ^^^^^^^^^^^^^^ probe-host 💡 "lifecycle.postStart"
          port: 5432
  `);

  clean('the control is younger than the cluster', { kubernetes: 33 })(container`
    livenessProbe:
      httpGet:
        host: 169.254.169.254
        port: 80
  `);

  clean('an empty host is the pod')(container`
    livenessProbe:
      httpGet:
        host: ""
        port: 80
  `);

  fix('takes the host away')(container`
      livenessProbe:
        httpGet:
    -     host: 10.0.0.1
          port: 80
  `);
});
