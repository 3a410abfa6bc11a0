/** Takes what was accepted out of a scanner's answer, and keeps it beside the rest: it is shown as accepted, and never as not affected. */
import { type AcceptedVulnerability, acceptanceOf } from '../../rules/engine/settings/accepted.ts';
import type { ScanResult } from './result.ts';

/**
 * @param image its whole reference. @param lists what the configuration of each file that names the image accepts; a vulnerability is accepted where all of
 * them accept it, and nothing is where no file names the image.
 */
export function withoutAccepted(
  result: ScanResult,
  image: string,
  lists: readonly (readonly AcceptedVulnerability[])[],
): ScanResult {
  const [first, ...others] = lists;
  if (first === undefined || first.length === 0) return result;
  const { vulnerabilities } = result.report;
  const accepted = vulnerabilities.flatMap((vulnerability) => {
    const ids = [vulnerability.id, ...vulnerability.aliases];
    const by = acceptanceOf(ids, image, first);
    const isEverywhere = others.every((list) => acceptanceOf(ids, image, list) !== undefined);
    return by !== undefined && isEverywhere ? [{ vulnerability, reason: by.reason, until: by.until }] : [];
  });
  if (accepted.length === 0) return result;
  const taken = new Set(accepted.map(({ vulnerability }) => vulnerability));
  return {
    ...result,
    report: { ...result.report, vulnerabilities: vulnerabilities.filter((one) => !taken.has(one)), accepted },
  };
}
