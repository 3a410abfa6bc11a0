/**
 * Rules on flags of the control plane: what a flag has to hold, in one line a rule. Owns how such a rule looks for the flag, in a static pod or in
 * the kubelet's configuration file, what it says and what it writes.
 */
import type { Example } from '../../../contract/example.ts';
import type { Fix, Report } from '../../../contract/finding.ts';
import { type Alias, cis, type LocalRule, type RuleBase, type Standard } from '../../../contract/rule.ts';
import type { Component, Flags } from '../../../model/kubernetes/component.ts';
import type { Resource } from '../../../model/kubernetes/resource.ts';

export interface FlagRequirement {
  /** Whether a value is good; undefined stands for a flag that is not set. */
  readonly accepts: (value: string | undefined) => boolean;
  /** As messages say it: `must be false`. */
  readonly says: string;
  /** Values for examples and for the fix; a good one is left out where the flag is to go. */
  readonly good: string | undefined;
  readonly bad: string | undefined;
  /** How a value is mended; left out: it becomes the good one. */
  readonly mend?: (value: string) => string;
}

const list = (value: string): readonly string[] => value.split(',').map((item) => item.trim());

/** @param whenUnset whether it is good not to set it, because that is the default. */
export const is = (good: string, bad: string, whenUnset = false): FlagRequirement => ({
  accepts: (value) => (value === undefined ? whenUnset : (isBoolean(good) ? asBoolean(value) : value) === good),
  says: `must be ${good}`,
  good,
  bad,
});

const isBoolean = (text: string): boolean => text === 'true' || text === 'false';

/** What Go takes for a boolean. Source: strconv.ParseBool. */
function asBoolean(value: string): string {
  if (/^(?:1|t|T|TRUE|true|True)$/.test(value)) return 'true';
  return /^(?:0|f|F|FALSE|false|False)$/.test(value) ? 'false' : value;
}

export const isNot = (bad: string, good: string): FlagRequirement => ({
  accepts: (value) => value !== bad,
  says: `must not be ${bad}`,
  good,
  bad,
});
/** One of these values is wrong; what nothing says is good. */
export const isNoneOf = (bad: readonly string[], good: string): FlagRequirement => ({
  accepts: (value) => value === undefined || !bad.includes(value),
  says: `must not be ${bad.join(' or ')}`,
  good,
  bad: bad[0],
});
export const isUnset = (bad: string): FlagRequirement => ({
  accepts: (value) => value === undefined,
  says: 'must not be set',
  good: undefined,
  bad,
});
export const isSet = (good: string): FlagRequirement => ({
  accepts: (value) => value !== undefined && value !== '',
  says: 'must be set',
  good,
  bad: undefined,
});
export const isAtLeast = (least: number): FlagRequirement => ({
  accepts: (value) => value !== undefined && Number(value) >= least,
  says: `must be ${least} or more`,
  good: String(least),
  bad: '1',
});
/** Any limit; negative numbers and none at all stand for no limit. */
export const isLimit = (good: number): FlagRequirement => ({
  accepts: (value) => Number(value) > 0,
  says: 'must be a limit',
  good: String(good),
  bad: '-1',
});
export const includes = (item: string, others: string): FlagRequirement => ({
  accepts: (value) => value !== undefined && list(value).includes(item),
  says: `must name ${item}`,
  good: `${others},${item}`,
  bad: others,
  mend: (value) => [...list(value).filter((each) => each !== '' && each !== 'AlwaysAllow'), item].join(','),
});
/** @param whenUnset whether it is good not to set it. */
export const excludes = (item: string, others: string, whenUnset = true): FlagRequirement => ({
  accepts: (value) => (value === undefined ? whenUnset : !list(value).includes(item)),
  says: `must not name ${item}`,
  good: others,
  bad: `${others},${item}`,
  mend: (value) =>
    list(value)
      .filter((each) => each !== item)
      .join(',') || others,
});

/** No cipher with broken encryption, or whose key exchange lets recorded traffic be read later. */
export const isStrongCiphers = (good: string, bad: string): FlagRequirement => ({
  accepts: (value) => value === undefined || !list(value).some(isWeak),
  says: 'must not name weak ciphers',
  good,
  bad,
  mend: (value) =>
    list(value)
      .filter((each) => !isWeak(each))
      .join(',') || good,
});

/** Source: Go, crypto/tls, InsecureCipherSuites; CIS Kubernetes Benchmark 1.12, 1.2.29. */
const isWeak = (cipher: string): boolean => /RC4|3DES|NULL|EXPORT|MD5|^TLS_RSA_|CBC_SHA256$/.test(cipher);

/** A duration of Go; at most the limit in seconds. */
export const isShorterThan = (limit: number, good: string, bad: string): FlagRequirement => ({
  accepts: (value) => value === undefined || secondsOf(value) <= limit,
  says: `must be at most ${limit} seconds`,
  good,
  bad,
});

/** A duration of Go that ends; zero and less stand for one that never does. */
export const isDuration = (good: string): FlagRequirement => ({
  accepts: (value) => value === undefined || (!value.startsWith('-') && secondsOf(value) > 0),
  says: 'must not be 0',
  good,
  bad: '0',
});

function secondsOf(duration: string): number {
  const units: ReadonlyMap<string, number> = new Map([
    ['h', 3600],
    ['m', 60],
    ['s', 1],
    ['ms', 0.001],
  ]);
  return [...duration.matchAll(/(?<![\d.])([\d.]+)(ms|h|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (units.get(unit ?? '') ?? 0),
    0,
  );
}

export interface FlagRule
  extends Pick<RuleBase, 'id' | 'severity' | 'profile' | 'title' | 'why' | 'remedy' | 'ignoreWhen'> {
  readonly component: Component;
  /** Each has to hold the requirement. */
  readonly flags: readonly string[];
  readonly requirement: FlagRequirement;
  /** What must be true for the component and its clients to go on; that a file is there is said by itself. */
  readonly assumes?: string;
  /** Section of the CIS Kubernetes Benchmark. */
  readonly section: string;
  readonly aliases: readonly Alias[];
  /** Where KubeletConfiguration has it, and whether it is good there when it is not written. */
  readonly setting?: { readonly path: readonly string[]; readonly whenUnset: boolean };
}

export function flagRule(from: FlagRule): LocalRule {
  const { component, flags, requirement, section, setting, assumes: _assumes, ...base } = from;
  const standards: readonly Standard[] = [cis(section)];
  return {
    ...base,
    subject: 'component',
    fix: 'review',
    tags: [],
    since: '0.1.0',
    standards,
    examples: examplesOf(from),
    check(found, report) {
      if (found.name !== component) return;
      if (found.flags !== undefined) for (const flag of flags) judge(found.flags, flag, from, report);
      if (found.settings !== undefined && setting !== undefined) judgeSetting(found.settings, from, report);
    },
  };
}

/** A component that is told of a file which is not there does not start. */
function assuming({ component, assumes }: FlagRule, value: string): Pick<Fix, 'assumes'> {
  if (value.startsWith('/')) return { assumes: `${value} is there for ${component}` };
  return assumes === undefined ? {} : { assumes };
}

function judge(found: Flags, name: string, rule: FlagRule, report: Report): void {
  const { requirement } = rule;
  const flag = found.get(name);
  if (requirement.accepts(flag?.value) || (flag === undefined && found.isOpen)) return;
  const place = flag?.field ?? found.container;
  report(place, `${rule.title}: --${name} ${requirement.says}.`, () => {
    if (found.isScript) return { refused: 'The flags stand in a script: change it there.' };
    if (flag === undefined)
      return requirement.good === undefined
        ? undefined
        : {
            title: `Add --${name}=${requirement.good}`,
            changes: [found.add(name, requirement.good)],
            ...assuming(rule, requirement.good),
          };
    if (requirement.good === undefined)
      return { title: `Remove --${name}`, changes: [flag.field.remove()], ...assuming(rule, '') };
    const value = requirement.mend?.(flag.value) ?? requirement.good;
    return { title: `Set --${name}=${value}`, changes: [flag.set(value)], ...assuming(rule, value) };
  });
}

function judgeSetting(resource: Resource, rule: FlagRule, report: Report): void {
  const { requirement, setting } = rule;
  if (setting === undefined) return;
  const field = resource.at(...setting.path);
  if (field.missing ? setting.whenUnset : field.text === undefined || requirement.accepts(field.text)) return;
  report(field.present ? field : resource, `${rule.title}: ${setting.path.join('.')} ${requirement.says}.`, () => {
    const { good } = requirement;
    if (good === undefined)
      return { title: `Remove ${setting.path.at(-1)}`, changes: [field.remove()], ...assuming(rule, '') };
    return {
      title: `Set ${setting.path.at(-1)} to ${good}`,
      changes: [field.set(plainValue(good))],
      ...assuming(rule, good),
    };
  });
}

function plainValue(text: string): string | number | boolean {
  if (isBoolean(text)) return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

function examplesOf({ component, flags, requirement }: FlagRule): {
  bad: readonly Example[];
  good: readonly Example[];
} {
  const { good, bad } = requirement;
  const all = (value: string | undefined): readonly string[] =>
    value === undefined ? [] : flags.map((flag) => `--${flag}=${value}`);
  return {
    bad: [staticPod(component, all(bad), 'command'), staticPod(component, all(bad), 'args')],
    good: [staticPod(component, all(good), 'command'), staticPod(component, all(good), 'args')],
  };
}

/** A static pod with one container. */
function staticPod(component: Component, flags: readonly string[], where: 'command' | 'args'): Example {
  const items = (words: readonly string[]): string => words.map((word) => `        - ${word}\n`).join('');
  const lists =
    where === 'command' || flags.length === 0
      ? `      command:\n${items([component, ...flags])}`
      : `      command: [${component}]\n      args:\n${items(flags)}`;
  const image = component === 'etcd' ? 'etcd:3.6.5-0' : `${component}:v1.35.0`;
  return {
    language: 'yaml',
    text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${component}\n  namespace: kube-system\nspec:\n  containers:\n    - name: ${component}\n      image: registry.k8s.io/${image}\n${lists}`,
  };
}
