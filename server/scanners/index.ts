/** All scanners, by name. */
import { grype } from './grype.ts';
import type { Scanner } from './scanner.ts';
import { scout } from './scout.ts';
import { snyk } from './snyk.ts';
import { sysdig } from './sysdig.ts';
import { trivy } from './trivy.ts';

/** In the order in which `auto` looks for them. */
export const scanners: readonly Scanner[] = [trivy, grype, scout, snyk, sysdig];

/** Those that `auto` may take; they send nothing but the request for the image to its registry. */
export const automatic: readonly Scanner[] = scanners.filter(
  ({ isAutomatic, sends }) => isAutomatic && sends === undefined,
);
