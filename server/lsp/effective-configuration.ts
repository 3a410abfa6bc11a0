/** What counts for a file, as a configuration that somebody could have written, with where it comes from. */
import type { Rule } from '../../rules/rule.ts';
import type { FoundConfiguration } from '../host/configuration.ts';

export function effectiveConfiguration(
  file: string,
  { path, settings, ignores }: FoundConfiguration,
  rules: readonly Rule[],
  active: (rule: Rule) => string | undefined,
): string {
  const list = (key: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${item}`)];
  const levels = rules.map((rule) => {
    const severity = active(rule) ?? 'off';
    const allowed = settings.allowed.get(rule.id);
    return `  ${rule.id}: ${allowed === undefined ? severity : `{ severity: ${severity}, allow: [${[...allowed].map((value) => JSON.stringify(value)).join(', ')}] }`}`;
  });
  return [
    `# What counts for ${file}`,
    `# ${path === undefined ? 'No .seaworthy.yaml lies above it: the settings of the editor, and what Seaworthy sets by itself.' : `The nearest configuration is ${path}, over the settings of the editor.`}`,
    ...(ignores(file) ? ['# It is not checked: ignorePaths leaves it out.'] : []),
    `profile: ${settings.profile}`,
    `kubernetesVersion: "1.${settings.kubernetesMinor}"`,
    ...list('frameworks', settings.frameworks),
    ...list('registries', settings.registries),
    ...list('deniedRegistries', settings.deniedRegistries),
    `otherIgnores: ${settings.otherIgnores ? 'on' : 'off'}`,
    ...(settings.disabledTags.size === 0 ? [] : ['tags:', ...[...settings.disabledTags].map((tag) => `  ${tag}: off`)]),
    'rules:',
    ...levels,
    ...settings.byNamespace.map(({ names }) => `# Objects of ${names.join(', ')} have settings of their own.`),
    '',
  ].join('\n');
}
