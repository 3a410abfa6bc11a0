/** Manifests that the tests of the server open. */

/** Of a program that is known to need no privileges. */
export const privileged = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.27
      securityContext:
        privileged: true
`;

/** One container that lacks everything. */
export const bare = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.0
`;

export const safe = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.0
      securityContext:
        allowPrivilegeEscalation: false
        runAsNonRoot: true
        capabilities:
          drop: [all]
        seccompProfile:
          type: RuntimeDefault
`;

/** The range of the first place where a text holds something. */
export function rangeOf(
  text: string,
  what: string,
): { start: { line: number; character: number }; end: { line: number; character: number } } {
  const offset = text.indexOf(what);
  const before = text.slice(0, offset).split('\n');
  const line = before.length - 1;
  const character = before.at(-1)?.length ?? 0;
  return { start: { line, character }, end: { line, character: character + what.length } };
}
