/**
 * Holes of programs that guard clusters, where the image's tag alone tells of them: few and grave, since a scanner knows all others. Sources: the
 * advisories of the projects and of the Kubernetes Security Response Committee, read 2026-11-24.
 */

export interface KnownVulnerability {
  /** How the path of the image ends: `grafana`, `ingress-nginx/controller`. */
  readonly image: string;
  readonly id: string;
  /** What it lets an attacker do, after "lets". */
  readonly lets: string;
  /** Lines of releases that have it: from the first version, up to the one that mends it, which has it no more. */
  readonly lines: readonly { readonly from: string; readonly mended: string }[];
}

const nightmare =
  'whoever reaches its admission webhook, such as any pod, run code with access to the secrets of all namespaces';
const nightmareLines = [
  { from: '0.0.0', mended: '1.11.5' },
  { from: '1.12.0', mended: '1.12.1' },
];

export const knownVulnerabilities: readonly KnownVulnerability[] = [
  { image: 'ingress-nginx/controller', id: 'CVE-2025-1974', lets: nightmare, lines: nightmareLines },
  {
    image: 'kubernetes-ingress-controller/nginx-ingress-controller',
    id: 'CVE-2025-1974',
    lets: nightmare,
    lines: nightmareLines,
  },
  {
    image: 'argocd',
    id: 'CVE-2022-24348',
    lets: 'whoever may create an Application read the files of other projects, credentials among them',
    lines: [
      { from: '0.0.0', mended: '2.1.9' },
      { from: '2.2.0', mended: '2.2.4' },
    ],
  },
  {
    image: 'grafana',
    id: 'CVE-2022-39328',
    lets: 'whoever reaches it act as another user, when many use it at once',
    lines: [{ from: '9.2.0', mended: '9.2.4' }],
  },
  {
    image: 'kyverno',
    id: 'CVE-2022-47633',
    lets: 'a registry in the middle hand out an image other than the one whose signature was verified',
    lines: [{ from: '1.8.3', mended: '1.8.5' }],
  },
];
