/**
 * Reads `.seaworthy.yaml`. Every problem is one clear sentence at its place; what is right is used all the same. Must not know
 * where the file was found.
 */

import { type Profile, profiles } from '../../contract/profile.ts';
import { rulesByWrittenId } from '../../contract/rule.ts';
import { newestKubernetesMinor, oldestKubernetesMinor } from '../../data/kubernetes.ts';
import type { Span } from '../../text/source.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { acceptedOf } from './accepted.ts';
import { clusterFactsOf } from './cluster-facts.ts';
import { disabledTags, type KnownRule, renamed, rulesOf } from './rule-settings.ts';
import { type Complain, itemsOf, meaning, oneOf, onlyKeys, strings } from './setting-field.ts';
import { type Framework, frameworks, type Settings } from './settings.ts';
import { trustOf } from './trust.ts';

/** The only name that a configuration has. */
export const configurationFileName = '.seaworthy.yaml';

/** What is wrong with a configuration, in offsets of its text, as one sentence. */
export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: string;
  /** Worth a word, but the configuration is right. */
  readonly harmless?: true;
}

/** @returns whether the problem is more than a word of advice, so that a command line ends with an error. */
export const isWrong = ({ harmless }: ConfigurationProblem): boolean => harmless !== true;

/** A configuration as it is written; files that it names are not read yet. */
export interface Configuration {
  /** What the file sets; to be laid over the host's settings. */
  readonly settings: Partial<Settings>;
  /** Files whose settings lie below these, in this order, relative to the configuration. */
  readonly bases: readonly Base[];
  /** Folders whose files know only of each other, relative to the configuration; `*` stands for any one folder. */
  readonly roots: readonly string[];
  /** What counts for some paths alone, later ones over earlier ones. */
  readonly overrides: readonly Override[];
  /** In offsets of the text; when there are any, an editor keeps the last configuration without problems in force. */
  readonly problems: readonly ConfigurationProblem[];
}

/** A configuration that another one extends, and where it is named. */
export interface Base {
  readonly path: string;
  readonly span: Span;
}

/** Settings for some paths alone. */
export interface Override {
  /** Globs, relative to the configuration. */
  readonly paths: readonly string[];
  readonly settings: Partial<Settings>;
}

/** Settings that may differ by path. */
const settingKeys = [
  'profile',
  'preview',
  'frameworks',
  'kubernetesVersion',
  'rules',
  'tags',
  'registries',
  'deniedRegistries',
  'otherIgnores',
] as const;
/** Keys of a configuration. */
export const rootKeys = [
  ...settingKeys,
  'extends',
  'ignorePaths',
  'roots',
  'overrides',
  'ignores',
  'protect',
  'cluster',
  'trust',
  'vulnerabilities',
] as const;
/** Keys of an item of `overrides`. */
export const overrideKeys = ['paths', 'namespaces', ...settingKeys] as const;

/** @param today as `2026-12-31`: ignores that ended before count no more, which is worth a word. */
export function readConfiguration(text: string, known: readonly KnownRule[], today: string): Configuration {
  const document = parseDocument(text);
  const problems: ConfigurationProblem[] = document.problems
    .slice(0, 1)
    .map(({ start, end, message }) => ({ span: { start, end }, message: `This file is not valid YAML: ${message}` }));
  const nothing = { settings: {}, bases: [], roots: [], overrides: [], problems };
  if (problems.length > 0) return nothing;
  const root = Field.root(document, true);
  if (root.state === 'absent' || root.state === 'null') return nothing;
  const report: Complain = (field, message, onKey = false, harmless = false) => {
    problems.push({ span: onKey ? field.anchorOfKey : field.anchor, message, ...(harmless ? { harmless } : {}) });
  };
  if (!root.isMap) {
    report(root, 'The configuration is a map of settings, such as `profile: strict`.');
    return nothing;
  }
  onlyKeys(root, rootKeys, report);
  const settings = settingsOf(root, known, report);
  const accepted = acceptedOf(root.at('vulnerabilities'), today, report);
  const trust = trustOf(root.at('trust'), report);
  const ignorePaths = strings(root.at('ignorePaths'), 'a list of globs, such as `vendor/**`', report);
  const protect = strings(root.at('protect'), 'a list of names, such as `secret/payments/*`', report);
  const cluster = clusterFactsOf(root.at('cluster'), report);
  return {
    settings: {
      ...settings,
      ...(ignorePaths === undefined ? {} : { ignorePaths }),
      ...(protect === undefined ? {} : { protect }),
      ...(cluster === undefined ? {} : { cluster }),
      ...(accepted.length === 0 ? {} : { accepted }),
      ...(trust.length === 0 ? {} : { trust }),
    },
    bases: basesOf(root.at('extends'), report),
    roots: strings(root.at('roots'), 'a list of folders, such as `clusters/*`', report) ?? [],
    overrides: [
      ...overridesOf(root.at('overrides'), known, report),
      ...ignoresOf(root.at('ignores'), known, today, report),
    ],
    problems,
  };
}

function settingsOf(map: Field, known: readonly KnownRule[], report: Complain): Partial<Settings> {
  const settings: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  const profile = oneOf<Profile>(map.at('profile'), profiles, report);
  if (profile !== undefined) settings.profile = profile;
  const preview = switchOf(map.at('preview'), report);
  if (preview !== undefined) settings.preview = preview;
  const wanted = frameworksOf(map.at('frameworks'), report);
  if (wanted !== undefined) settings.frameworks = wanted;
  const minor = kubernetesMinor(map.at('kubernetesVersion'), report);
  if (minor !== undefined) settings.kubernetesMinor = minor;
  const rules = rulesOf(map.at('rules'), known, report);
  if (rules !== undefined) {
    settings.severity = rules.severity;
    if (rules.allowed.size > 0) settings.allowed = rules.allowed;
  }
  const disabled = disabledTags(map.at('tags'), report);
  if (disabled !== undefined) settings.disabledTags = disabled;
  const registries = strings(map.at('registries'), 'a list of registries, such as `registry.example.com/team`', report);
  if (registries !== undefined) settings.registries = registries;
  const denied = strings(map.at('deniedRegistries'), 'a list of registries, such as `docker.io`', report);
  if (denied !== undefined) settings.deniedRegistries = denied;
  const otherIgnores = switchOf(map.at('otherIgnores'), report);
  if (otherIgnores !== undefined) settings.otherIgnores = otherIgnores;
  return settings;
}

function switchOf(field: Field, complain: Complain): boolean | undefined {
  if (field.present && field.boolean === undefined) complain(field, `${field.path} is \`on\` or \`off\`.`);
  return field.boolean;
}

function frameworksOf(field: Field, complain: Complain): readonly Framework[] | undefined {
  const names = strings(field, `a list of ${frameworks.join(', ')}`, complain);
  if (names === undefined) return undefined;
  return names.flatMap((name, i) => {
    const found = frameworks.find((framework) => framework === name);
    if (found === undefined) complain(field.at(i), `There is no framework ${name}${meaning(name, frameworks)}`);
    return found ?? [];
  });
}

/** One path, or several. */
function basesOf(field: Field, complain: Complain): readonly Base[] {
  const items = field.isList ? field.items : field.present ? [field] : [];
  return items.flatMap((item) => {
    const path = item.string;
    if (path === undefined || /^[a-z]+:/i.test(path) || path.startsWith('/')) {
      complain(item, 'extends names files beside this one, such as `../seaworthy-base.yaml`.');
      return [];
    }
    return [{ path, span: item.anchor }];
  });
}

function overridesOf(field: Field, known: readonly KnownRule[], complain: Complain): readonly Override[] {
  return itemsOf(field, 'a list of settings for some `paths` or `namespaces`', complain).flatMap((item) => {
    onlyKeys(item, overrideKeys, complain);
    const { present } = item.at('paths');
    const names = strings(item.at('namespaces'), 'a list of namespaces, such as `kube-*`', complain);
    const paths = present ? strings(item.at('paths'), 'a list of globs, such as `test/**`', complain) : ['**'];
    if (!present && !item.at('namespaces').present)
      complain(item, 'An override says which `paths` or `namespaces` it is for.', true);
    const settings = settingsOf(item, known, complain);
    // A list that is wrong must not become one that speaks for everything.
    if (paths === undefined || (!present && names === undefined)) return [];
    return [{ paths, settings: names === undefined ? settings : { byNamespace: [{ names, settings }] } }];
  });
}

/** Ignores are rules that are off for some paths, with a reason and perhaps an end. */
function ignoresOf(field: Field, known: readonly KnownRule[], today: string, complain: Complain): readonly Override[] {
  const byId = rulesByWrittenId(known);
  return itemsOf(field, 'a list of a `rule` with a `reason`', complain).flatMap((item) => {
    onlyKeys(item, ['rule', 'paths', 'reason', 'until'], complain);
    const rule = item.at('rule');
    const written = rule.string ?? '';
    const id = byId.get(written)?.id;
    if (id === undefined) {
      complain(
        rule.present ? rule : item,
        written === '' ? 'An ignore names a rule.' : `There is no rule ${written}${meaning(written, byId.keys())}`,
      );
      return [];
    }
    if (id !== written) complain(rule, renamed(written, id), false, true);
    if ((item.at('reason').string ?? '').trim() === '') {
      complain(rule, 'An ignore gives a reason: why is it fine?');
      return [];
    }
    const until = item.at('until');
    if (until.present && !/^\d{4}-\d{2}-\d{2}$/.test(until.text ?? '')) {
      complain(until, 'until is a day, such as 2026-12-31.');
      return [];
    }
    if (until.present && (until.text ?? '') < today) {
      const message = `This ignore ended on ${until.text}, so that ${id} is reported again: fix it, or decide again.`;
      complain(until, message, false, true);
      return [];
    }
    const paths = item.at('paths').present
      ? (strings(item.at('paths'), 'a list of globs, such as `test/**`', complain) ?? [])
      : ['**'];
    return [{ paths, settings: { severity: new Map([[id, 'off']]) } }];
  });
}

/** `1.30` without quotes is the number 1.3 to YAML, so the text as written is read. */
function kubernetesMinor(field: Field, complain: Complain): number | undefined {
  if (!field.present) return undefined;
  const minor = parseKubernetesVersion(field.text ?? '');
  if (minor === undefined)
    complain(
      field,
      `kubernetesVersion is a version from 1.${oldestKubernetesMinor} to 1.${newestKubernetesMinor}, such as "1.34".`,
    );
  return minor;
}

/** @returns the minor version of `1.34`, `v1.34` or `1.34.2`; undefined outside the known range. */
export function parseKubernetesVersion(text: string): number | undefined {
  const minor = Number(/^v?1\.(\d{2})(?:\.\d+)?$/.exec(text.trim())?.[1]);
  return minor >= oldestKubernetesMinor && minor <= newestKubernetesMinor ? minor : undefined;
}
