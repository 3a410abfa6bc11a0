/**
 * Reads `.seaworthy.yaml`. Every problem is one clear sentence at its place; what is right is used all the same. Must not know
 * where the file was found.
 */
import { newestKubernetesMinor, oldestKubernetesMinor } from '../data/kubernetes.ts';
import { type Profile, profiles, type Rule, type Severity, severities, type Tag } from '../rule.ts';
import { closest } from '../text/similar.ts';
import type { Span } from '../text/source.ts';
import { Field } from '../yaml/field.ts';
import { parseDocument } from '../yaml/parse.ts';
import type { Settings } from './settings.ts';

export const configurationFileName = '.seaworthy.yaml';

export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: string;
}

export interface Configuration {
  /** What the file sets; to be laid over the host's settings. */
  readonly settings: Partial<Settings>;
  /** In offsets of the text; when there are any, an editor keeps the last configuration without problems in force. */
  readonly problems: readonly ConfigurationProblem[];
}

const tags: readonly Tag[] = ['reliability', 'practice'];
const keys = [
  'profile',
  'kubernetesVersion',
  'rules',
  'tags',
  'ignorePaths',
  'registries',
  'deniedRegistries',
  'otherIgnores',
] as const;

export function readConfiguration(text: string, known: readonly Pick<Rule, 'id'>[]): Configuration {
  const document = parseDocument(text);
  const problems: ConfigurationProblem[] = document.problems
    .slice(0, 1)
    .map(({ start, end, message }) => ({ span: { start, end }, message: `This file is not valid YAML: ${message}` }));
  if (problems.length > 0) return { settings: {}, problems };
  const root = Field.root(document, true);
  if (root.state === 'absent' || root.state === 'null') return { settings: {}, problems };
  const report = (field: Field, message: string, onKey = false): void => {
    problems.push({ span: onKey ? field.anchorOfKey : field.anchor, message });
  };
  if (!root.isMap) {
    report(root, 'The configuration is a map of settings, such as `profile: strict`.');
    return { settings: {}, problems };
  }
  for (const [key, field] of root.entries) {
    if (!(keys as readonly string[]).includes(key))
      report(field, `There is no setting ${key}${meaning(key, keys)}`, true);
  }
  const settings: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  const profile = oneOf<Profile>(root.at('profile'), profiles, report);
  if (profile !== undefined) settings.profile = profile;
  const minor = kubernetesMinor(root.at('kubernetesVersion'), report);
  if (minor !== undefined) settings.kubernetesMinor = minor;
  const severity = ruleSeverities(root.at('rules'), known, report);
  if (severity !== undefined) settings.severity = severity;
  const disabled = disabledTags(root.at('tags'), report);
  if (disabled !== undefined) settings.disabledTags = disabled;
  const ignorePaths = strings(root.at('ignorePaths'), 'a list of globs, such as `vendor/**`', report);
  if (ignorePaths !== undefined) settings.ignorePaths = ignorePaths;
  const registries = strings(
    root.at('registries'),
    'a list of registries, such as `registry.example.com/team`',
    report,
  );
  if (registries !== undefined) settings.registries = registries;
  const denied = strings(root.at('deniedRegistries'), 'a list of registries, such as `docker.io`', report);
  if (denied !== undefined) settings.deniedRegistries = denied;
  const otherIgnores = root.at('otherIgnores');
  if (otherIgnores.boolean !== undefined) settings.otherIgnores = otherIgnores.boolean;
  else if (otherIgnores.present) report(otherIgnores, 'otherIgnores is `on` or `off`.');
  return { settings, problems };
}

type Complain = (field: Field, message: string, onKey?: boolean) => void;

function meaning(word: string, candidates: Iterable<string>): string {
  const meant = closest(word, candidates);
  return meant === undefined ? '.' : `; did you mean ${meant}?`;
}

function oneOf<T extends string>(field: Field, words: readonly T[], complain: Complain): T | undefined {
  if (!field.present) return undefined;
  const found = words.find((word) => field.is(word));
  if (found === undefined) complain(field, `${field.path} is one of ${words.join(', ')}.`);
  return found;
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

function ruleSeverities(
  field: Field,
  known: readonly Pick<Rule, 'id'>[],
  complain: Complain,
): Map<string, Severity | 'off'> | undefined {
  if (!field.present) return undefined;
  if (!field.isMap) {
    complain(field, 'rules is a map from rule ids to a severity or `off`, such as `latest-tag: high`.');
    return undefined;
  }
  const ids = known.map(({ id }) => id);
  const chosen = new Map<string, Severity | 'off'>();
  for (const [id, value] of field.entries) {
    if (!ids.includes(id)) complain(value, `There is no rule ${id}${meaning(id, ids)}`, true);
    // `off` is a boolean to YAML 1.1 readers, and written without quotes by everybody.
    else if (value.is(false) || value.is('off')) chosen.set(id, 'off');
    else {
      const severity = severities.find((word) => value.is(word));
      if (severity === undefined) complain(value, `The level of a rule is one of ${severities.join(', ')}, off.`);
      else chosen.set(id, severity);
    }
  }
  return chosen;
}

function disabledTags(field: Field, complain: Complain): Set<Tag> | undefined {
  if (!field.present) return undefined;
  const disabled = new Set<Tag>();
  for (const [name, value] of field.entries) {
    const tag = tags.find((word) => word === name);
    if (tag === undefined) complain(value, `There is no tag ${name}${meaning(name, tags)}`, true);
    else if (value.boolean === undefined) complain(value, 'A tag is switched `on` or `off`.');
    else if (value.boolean === false) disabled.add(tag);
  }
  return disabled;
}

function strings(field: Field, what: string, complain: Complain): string[] | undefined {
  if (!field.present) return undefined;
  if (!field.isList || field.items.some((item) => item.string === undefined)) {
    complain(field, `${field.path} is ${what}.`);
    return undefined;
  }
  return field.strings.map(({ text }) => text);
}
