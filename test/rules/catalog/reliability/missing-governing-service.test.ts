import rule from '../../../../rules/catalog/reliability/missing-governing-service.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in another namespace')(objects`
    StatefulSet shop/ledger
      serviceName: ledger
    #              ^^^^^^ missing-governing-service "Names a Service that does not exist: ledger, for StatefulSet ledger"
      selector:
        matchLabels:
          app: ledger
      template:
        metadata:
          labels:
            app: ledger
        spec:
          containers:
            - name: ledger
              image: registry.example.com/ledger:2.0.0
    Service bank/ledger
      clusterIP: None
      selector:
        app: ledger
      ports:
        - port: 7000
  `);

  clean('a StatefulSet without the name, and a Deployment')(objects`
    StatefulSet shop/ledger app=ledger
      containers:
        - name: ledger
          image: registry.example.com/ledger:2.0.0
    Deployment shop/web
      serviceName: web
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
        spec:
          containers:
            - name: web
              image: registry.example.com/web:2.0.0
  `);
});
