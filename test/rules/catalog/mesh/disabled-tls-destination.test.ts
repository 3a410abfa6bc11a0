import rule from '../../../../rules/catalog/mesh/disabled-tls-destination.ts';
import { objects, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('for the host, a port, a subset')(objects`
    DestinationRule cart
      host: cart
      trafficPolicy:
        tls:
          mode: DISABLE
    #           ^^^^^^^ disabled-tls-destination 💡 "Sends calls in plain text: to cart"
        portLevelSettings:
          - port:
              number: 8080
            tls:
              mode: SIMPLE
    #               ^^^^^^ disabled-tls-destination 💡 "Calls without proving who calls: to port 8080 of cart"
      subsets:
        - name: v2
          trafficPolicy:
            tls:
              mode: DISABLE
    #               ^^^^^^^ disabled-tls-destination 💡 "Sends calls in plain text: to subset v2 of cart"
  `);

  check('for the whole mesh')(objects`
    DestinationRule cart
      host: "*.local"
      trafficPolicy:
        tls:
          mode: DISABLE
    #           ^^^^^^^ disabled-tls-destination 💡
  `);

  check('certificates that nobody checks, whatever the host')(objects`
    DestinationRule cart
      host: payments.example.com
      trafficPolicy:
        tls:
          mode: SIMPLE
          insecureSkipVerify: true
    #                         ^^^^ disabled-tls-destination 💡 "Accepts any certificate: calls to payments.example.com"
  `);

  clean('hosts outside of the mesh')(objects`
    DestinationRule cart
      host: payments.example.com
      trafficPolicy:
        tls:
          mode: DISABLE
  `);

  clean('the API server, whose clients bring TLS of their own')(objects`
    DestinationRule cart
      host: kubernetes.default.svc.cluster.local
      trafficPolicy:
        tls:
          mode: DISABLE
  `);

  clean('the control plane of the mesh itself')(objects`
    DestinationRule cart
      host: istiod.istio-system.svc.cluster.local
      trafficPolicy:
        tls:
          mode: SIMPLE
  `);

  clean('mutual TLS, by the mesh or by hand')(objects`
    DestinationRule cart
      host: cart.shop.svc.cluster.local
      trafficPolicy:
        tls:
          mode: ISTIO_MUTUAL
        portLevelSettings:
          - port:
              number: 8080
            tls:
              mode: MUTUAL
              clientCertificate: /etc/certs/cart.pem
              privateKey: /etc/certs/key.pem
  `);

  fix('takes the mesh’s own')(objects`
      DestinationRule cart
        host: cart
        trafficPolicy:
          tls:
    -       mode: SIMPLE
    -       caCertificates: /etc/certs/ca.pem
    +       mode: ISTIO_MUTUAL
            sni: cart
  `);

  fix('checks certificates')(objects`
      DestinationRule cart
        host: payments.example.com
        trafficPolicy:
          tls:
            mode: SIMPLE
    -       insecureSkipVerify: true
  `);
});
