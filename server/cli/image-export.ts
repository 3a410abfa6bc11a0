/**
 * What the configuration accepts of images, as files of Trivy and Grype, for pipelines that run them alone. Source: Trivy, pkg/result/ignore.go
 * (`.trivyignore.yaml`: `expired_at` is the first moment at which it counts no more); Grype, grype/match/ignore.go (`.grype.yaml`: `ignore`, without an end).
 */
import { type AcceptedVulnerability, acceptanceOf } from '../../rules/engine/settings/accepted.ts';
import { visible } from '../../rules/text/visible.ts';
import { dayAfter } from '../host/today.ts';
import type { ListedImage } from './images.ts';
import type { Output } from './output.ts';

/** By format: writes a whole file. */
export const ignoreWriters = { trivyignore, grype } as const;

/**
 * Those files know nothing of images, so that what is accepted in some of them alone would count in all.
 * @param acceptedIn by a file that names an image, as it is called outside.
 * @returns what is accepted in all images, each id once; of the rest, `output` is told.
 */
export function exportable(
  images: readonly ListedImage[],
  acceptedIn: (file: string) => readonly AcceptedVulnerability[],
  output: Output,
): readonly AcceptedVulnerability[] {
  const uses = images.flatMap(({ image, uses }) => uses.map(({ file }) => ({ image, accepted: acceptedIn(file) })));
  const ids = [...new Set(uses.flatMap(({ accepted }) => accepted.map(({ id }) => id)))].sort();
  return ids.flatMap((id) => {
    const found = uses.map(({ image, accepted }) => acceptanceOf([id], image, accepted));
    // Where several say it, the first end counts.
    const [first] = found.flatMap((one) => one ?? []).sort((a, b) => (a.until < b.until ? -1 : 1));
    if (first !== undefined && found.every((one) => one !== undefined)) return [first];
    output.error(visible(`${id} is left out: it is accepted in some of these images alone`));
    return [];
  });
}

function trivyignore(accepted: readonly AcceptedVulnerability[]): string {
  const items = accepted.flatMap(({ id, reason, until }) => [
    `  - id: ${JSON.stringify(id)}`,
    `    expired_at: ${dayAfter(until, 1)}`,
    `    statement: ${JSON.stringify(reason)}`,
  ]);
  return items.length === 0 ? 'vulnerabilities: []\n' : `vulnerabilities:\n${items.join('\n')}\n`;
}

function grype(accepted: readonly AcceptedVulnerability[]): string {
  const items = accepted.flatMap(({ id, reason, until }) => [
    `  # until ${until}`,
    `  - vulnerability: ${JSON.stringify(id)}`,
    '    include-aliases: true',
    `    reason: ${JSON.stringify(reason)}`,
  ]);
  return items.length === 0 ? 'ignore: []\n' : `ignore:\n${items.join('\n')}\n`;
}
