/** All scanners, by name. */
import { grype } from './grype.ts';
import type { Scanner } from './scanner.ts';
import { trivy } from './trivy.ts';

/** In the order in which `auto` looks for them. */
export const scanners: readonly Scanner[] = [trivy, grype];

/** Those that `auto` may take: they work without an account, and send nothing but the request for the image to its registry. */
export const automatic: readonly Scanner[] = scanners.filter(({ sends }) => sends === undefined);
