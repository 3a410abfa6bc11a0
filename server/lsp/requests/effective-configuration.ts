/** `seaworthy/effectiveConfiguration`: what counts for a file, as a configuration that somebody could have written, with where it comes from. */

import type { Severity } from '../../../rules/contract/finding.ts';
import type { Rule } from '../../../rules/contract/rule.ts';
import type { Unit } from '../../../rules/engine/analyse/units/deployment-units.ts';
import {
  activeSeverity,
  defaultSettings,
  frameworksOf,
  type Settings,
} from '../../../rules/engine/settings/settings.ts';
import { withoutCredentials } from '../../../rules/text/credentials.ts';
import { visible } from '../../../rules/text/visible.ts';
import { renderFlow } from '../../../rules/yaml/render.ts';
import type { FoundConfiguration } from '../../host/configuration.ts';
import { identified } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';

export const effectiveConfiguration: OwnRequest<'seaworthy/effectiveConfiguration'> = {
  method: 'seaworthy/effectiveConfiguration',
  shape: identified,
  async answer(session, { uri }) {
    const { path, folder, found } = await session.configurationOf(uri);
    const { workspace } = folder;
    return configurationText(path, found, session.rules, workspace.units(path), workspace.charts.missing(path));
  },
};

export function configurationText(
  file: string,
  { path, settings, ignores }: FoundConfiguration,
  rules: readonly Rule[],
  units: readonly Unit[] = [],
  missing: readonly string[] = [],
): string {
  const differing = rules.flatMap((rule) => differenceOf(rule, settings));
  const on = rules.filter((rule) => activeSeverity(rule, settings) !== undefined).length;
  const lines = [
    `# What counts for ${visible(file)}`,
    path === undefined
      ? '# No .seaworthy.yaml lies above it: the settings of the editor, and what Seaworthy sets by itself.'
      : `# The nearest configuration is ${visible(path)}, over the settings of the editor.`,
    ...(settings.root === '' ? [] : [`# Only files below ${visible(settings.root)} know of it.`]),
    ...units.slice(0, mostUnits).map((unit) => `# ${unitText(unit)}`),
    ...(missing.length === 0
      ? []
      : [
          `# Its chart asks for ${missing.map(visible).join(', ')}, not in charts/: run helm dependency build to have it checked with that.`,
        ]),
    ...(ignores(file) ? ['# It is not checked: ignorePaths leaves it out.'] : []),
    `# ${on} of ${rules.length} rules are on. Those that are listed count otherwise than the profile says.`,
    ...written(
      { ...settings, severity: new Map(differing.map(({ rule, level }) => [rule, level])) },
      new Map(differing.map(({ rule, reason }) => [rule, reason])),
    ),
  ];
  if (settings.byNamespace.length > 0) lines.push('overrides:');
  for (const { names, settings: theirs } of settings.byNamespace)
    lines.push(`  - namespaces: ${renderFlow(names, false)}`, ...written(theirs).map((line) => `    ${line}`));
  return withoutCredentials(`${lines.join('\n')}\n`);
}

interface Difference {
  readonly rule: string;
  readonly level: Severity | 'off';
  /** Why, in a few words. */
  readonly reason: string;
}

/** How a rule counts where that is otherwise than its profile alone would have it. */
function differenceOf(rule: Rule, settings: Settings): readonly Difference[] {
  const level = activeSeverity(rule, settings) ?? 'off';
  const { profile } = settings;
  const usual = activeSeverity(rule, { ...defaultSettings, profile }) ?? 'off';
  const chosen = settings.severity.get(rule.id);
  if (level === usual && chosen === undefined) return [];
  const tag = rule.tags.find((one) => settings.disabledTags.has(one));
  const framework = frameworksOf(rule).find((one) => settings.frameworks.includes(one));
  const by =
    chosen !== undefined
      ? 'set by the configuration'
      : tag !== undefined
        ? `the tag ${tag} is off`
        : framework !== undefined
          ? `the framework ${framework} asks for it`
          : 'previews are on';
  return [{ rule: rule.id, level, reason: `${by}; ${usual} in the profile ${profile}` }];
}

/** A base may be deployed with many overlays. */
const mostUnits = 5;

function unitText({ folder, reason, files }: Unit): string {
  const whole = `with ${files.size === 1 ? 'nothing else' : `${files.size - 1} other file${files.size === 2 ? '' : 's'}`}`;
  switch (reason) {
    case 'kustomization':
      return `It is deployed ${whole}: the kustomization in ${visible(folder)} takes it in.`;
    case 'deployed':
      return `It is deployed ${whole}: another file names the folder ${visible(folder)}.`;
    case 'folder':
      return `It is deployed ${whole}: all below ${visible(folder)}, up to the next collection, as nothing else tells.`;
  }
}

/**
 * Settings as lines of a configuration; what is not set is left out.
 * @param reasons of severities, by rule: comments behind them.
 */
function written(settings: Partial<Settings>, reasons: ReadonlyMap<string, string> = new Map()): string[] {
  const { profile, preview, kubernetesMinor, frameworks, registries, deniedRegistries, otherIgnores, disabledTags } =
    settings;
  const list = (key: string, items: Iterable<string> = []): string[] => {
    const all = [...items];
    return all.length === 0 ? [] : [`${key}: ${renderFlow(all, false)}`];
  };
  const map = (key: string, entries: { readonly [key: string]: string } = {}): string[] => {
    const all = Object.entries(entries).map(([name, word]) => `  ${name}: ${word}`);
    return all.length === 0 ? [] : [`${key}:`, ...all];
  };
  const tags = [...(disabledTags ?? [])].map((tag) => `  ${tag}: off`);
  const { severity = new Map(), allowed = new Map() } = settings;
  const levels = [...new Set([...severity.keys(), ...allowed.keys()])].map((rule) => {
    const level = severity.get(rule);
    const values = allowed.get(rule);
    const reason = reasons.get(rule);
    const comment = reason === undefined ? '' : ` # ${reason}`;
    if (values === undefined) return `  ${rule}: ${level}${comment}`;
    return `  ${rule}: { ${level === undefined ? '' : `severity: ${level}, `}allow: ${renderFlow([...values], false)} }${comment}`;
  });
  return [
    ...(profile === undefined ? [] : [`profile: ${profile}`]),
    ...(preview === undefined ? [] : [`preview: ${preview ? 'on' : 'off'}`]),
    ...(kubernetesMinor === undefined ? [] : [`kubernetesVersion: "1.${kubernetesMinor}"`]),
    ...list('frameworks', frameworks),
    ...list('registries', registries),
    ...list('deniedRegistries', deniedRegistries),
    ...list('protect', settings.protect),
    ...map('cluster', settings.cluster),
    ...(otherIgnores === undefined ? [] : [`otherIgnores: ${otherIgnores ? 'on' : 'off'}`]),
    ...(tags.length === 0 ? [] : ['tags:', ...tags]),
    ...(levels.length === 0 ? [] : ['rules:', ...levels]),
  ];
}
