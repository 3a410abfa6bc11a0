/** The card of a key of the security model. Markdown of our own table. */
import type { HelpedKey } from '../../rules/engine/key-help.ts';
import { markdown } from './markdown.ts';

export function keyCard({ name, does, unset, checked, since, source }: HelpedKey): string {
  return [
    `**${markdown(name)}** · ${does}`,
    `*Where it is not written:* ${unset}`,
    ...(checked === undefined ? [] : [checked]),
    `*${[...(since === undefined ? [] : [`since Kubernetes ${since}`]), source].join(' · ')}*`,
  ].join('\n\n');
}
