/** What users see of a file who ask for nothing: rules together, in the default profile. */
import { rules } from '../../rules/catalog/index.ts';
import type { Profile } from '../../rules/contract/profile.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';

/** @param path below the root `/r`. @returns the ids of the rules that find something, in the order of the text. */
export function found(
  path: string,
  text: string,
  profile: Profile = 'recommended',
  more: Partial<Settings> = {},
): readonly string[] {
  const workspace = new Workspace(rules);
  workspace.complete = true;
  workspace.update({ path: `/r/${path}`, name: path, text }, { ...defaultSettings, profile, ...more });
  workspace.stale();
  workspace.refresh();
  return workspace.findings(`/r/${path}`).map(({ rule }) => rule);
}
