/** Files with two attack paths, for tests of the requests on them. */
import type { AttackPaths } from '../../../../server/protocol.ts';
import { Client, type ClientOptions } from '../client.ts';

/** A privileged pod that is reached from outside. */
export const app = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  serviceAccountName: web
  containers:
    - name: web
      image: example.com/web:1.2.3
      securityContext:
        privileged: true
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 80}]
`;
/** Lets the account of the pod read every secret. */
export const access = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: web}
rules:
  - apiGroups: [""]
    resources: [pods, secrets]
    verbs: [list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}]
`;
/** Both, by their names. */
export const files = { 'app.yaml': app, 'access.yaml': access };

/** A server on files, for as long as the body runs. */
export async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await body(client);
  } finally {
    await client.stop();
  }
}

/** The paths that a server finds. */
export const ask = async (client: Client, params: object = {}): Promise<AttackPaths> =>
  (await client.request('seaworthy/attackPaths', params)) as AttackPaths;
