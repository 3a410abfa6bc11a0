/** ConfigMaps and Secrets by name. */
import type { Fact } from '../fact.ts';
import type { Facts } from '../index.ts';
import type { SettingsFact } from '../kinds/settings.ts';
import { nearBy } from '../near-by.ts';

/** What nobody knows the name of may be called anything. */
const settings = nearBy('settings', () => ({ holds, called }) => [called === undefined ? holds : `${holds} ${called}`]);

/** Those that may be meant by who refers to one: of its namespace, or that nothing places, by that name or by none that is known. */
export function settingsNamed(facts: Facts, by: Fact, holds: string, called: string): readonly SettingsFact[] {
  const own = facts.namespaceOf(by);
  return [`${holds} ${called}`, holds].flatMap((key) => settings(facts, own, key).flat());
}
