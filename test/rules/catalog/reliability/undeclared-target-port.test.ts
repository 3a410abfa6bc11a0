import rule from '../../../../rules/catalog/reliability/undeclared-target-port.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a name that no container of the pods has')(objects`
    Service shop/web app=web
      ports:
        - port: 80
          targetPort: 8080
        - port: 81
          targetPort: metrics
    #                 ^^^^^^^ undeclared-target-port "Leads to a port that its pods do not name: metrics, from Service web"
    Deployment shop/web app=web
  `);

  clean('one of several pods has it, or may have it')(objects`
    Service shop/web app=web
      ports:
        - port: 80
          targetPort: http
    Deployment shop/web app=web
    Deployment shop/other app=web
      containers:
        - name: web
          image: nginx:1.29
        - name: proxy
          image: envoy:1.36
          ports:
            - name: http
              containerPort: 80
    Service shop/api app=api
      ports:
        - port: 80
          targetPort: http
    Deployment shop/api app=api
      containers: {{ .Values.containers }}
  `);
});
