/**
 * Services, network policies and Ingresses, with the pods that they select. Pairs that no index avoids are left out: policies that ask for the absence of a
 * label, or for nothing, beside pods whose labels all differ, have to be compared one by one; and each Service before an admin interface is a finding.
 */
import { type Family, pair, yaml } from './family.ts';

export const networkFamilies: readonly Family[] = [
  pair(
    'services and pods of one label',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {type: LoadBalancer, selector: {app: a}, ports: [{port: 80}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'services and pods of other labels',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {type: LoadBalancer, selector: {app: a${i}}, ports: [{port: 80}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: b${i}}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies and pods of one label',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a}}, ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies and pods of other labels',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a${i}}}, ingress: [{from: [{podSelector: {matchLabels: {app: a${i}}}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: b${i}}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies that select everything, and pods',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {}, policyTypes: [Ingress, Egress]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  yaml(
    'peers of one policy',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n    - from:\n`,
    (i) => `        - {podSelector: {matchLabels: {app: a${i}}}}\n`,
  ),
  pair(
    'peers of one policy, and pods',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n    - from:\n`,
    (i) => `        - {podSelector: {matchExpressions: [{key: a${i}, operator: Exists}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  yaml(
    'blocks of addresses of one policy',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  egress:\n    - to:\n        - ipBlock:\n            cidr: 0.0.0.0/0\n            except:\n`,
    (i) => `              - 10.${i % 256}.0.0/16\n`,
  ),
  yaml(
    'ports of one policy',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n    - ports:\n`,
    (i) => `        - {port: ${i % 60000}}\n`,
  ),
  pair(
    'ingresses and services',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i${i}}, spec: {rules: [{host: a${i}, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {app: a}, ports: [{port: 80}]}}\n`,
  ),
  yaml(
    'rules of an Ingress',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules:\n',
    (i) =>
      `    - {host: a${i}.example.com, http: {paths: [{path: /, backend: {service: {name: s${i}, port: {number: 80}}}}]}}\n`,
  ),
  pair(
    'rules and TLS hosts of an Ingress',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  tls:\n',
    (i) => `    - {hosts: [b${i}.example.com]}\n`,
    '  rules:\n',
    (i) =>
      `    - {host: a${i}.example.com, http: {paths: [{path: /, backend: {service: {name: s${i}, port: {number: 80}}}}]}}\n`,
  ),
  yaml(
    'an nginx snippet',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\n  annotations:\n    nginx.ingress.kubernetes.io/configuration-snippet: |\n',
    (i) => `      more_set_headers "a${i}: b";\n`,
  ),
  pair(
    'policies and namespaces',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n${i}, labels: {team: a}}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}, namespace: n${i}}, spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: a}}}]}]}}\n`,
  ),
  pair(
    'policies of one namespace, and pods that call each other',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a}}, ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [b${i}]}]}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, env: [{name: NEXT, value: "http://s${i}:80"}]}]}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {app: a}, ports: [{port: 80}]}}\n`,
  ),
  pair(
    'services and pods of two labels',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {type: LoadBalancer, selector: {app: a, id: b${i}}, ports: [{port: 80}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a, id: c${i}}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies and pods of two labels',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a, id: b${i}}}, ingress: [{from: [{podSelector: {matchLabels: {app: a, id: b${i}}}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a, id: c${i}}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'rules of an Ingress, and Services of their names',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules:\n',
    (i) =>
      `    - {host: a${i}.example.com, http: {paths: [{path: /, backend: {service: {name: s${i}, port: {number: 80}}}}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {app: a${i}}, ports: [{port: 80}]}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a${i}}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'namespaces, and policies of one that let all through',
    '',
    (i) => `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n${i}, labels: {istio-injection: enabled}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}, namespace: x}, spec: {podSelector: {}, ingress: [{}]}}\n`,
  ),
];
