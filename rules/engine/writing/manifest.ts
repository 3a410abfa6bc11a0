/** What a person who thinks of security would write at a place of a manifest. Owns which keys are offered where; what stands in them others know. */
import { readVerbs, standardVerbs, verbsOfResource, verbsOfSubresource } from '../../data/rbac-verbs.ts';
import { denyPolicy } from '../../model/kubernetes/deny-policy.ts';
import { Surroundings } from '../../yaml/edit/style.ts';
import { renderPair } from '../../yaml/render.ts';
import type { YamlMap } from '../../yaml/tree.ts';
import { containerContexts, contextKeys, podContextKeys, podContexts, valueOf, type Written } from './contexts.ts';
import type { Offer } from './offer.ts';
import { itemPlaceAt, type KeyPlace, keyPlaceAt } from './place.ts';

/** @param offset of the cursor. */
export function manifestOffers(text: string, offset: number): readonly Offer[] {
  const item = itemPlaceAt(text, offset, 'verbs');
  if (item !== undefined) {
    const rule = item.key?.around.findLast((node): node is YamlMap => node.kind === 'map');
    const verbs = rule === undefined ? [] : verbsOf(rule);
    return verbs
      .filter((verb) => !item.before.includes(verb))
      .map((verb) => ({ label: verb, word: verb, detail: 'verb of the resource', text: verb, span: item.word }));
  }
  const place = keyPlaceAt(text, offset);
  if (place === undefined) return [];
  if (place.isAlone && place.column === 0) return isPolicyMeant(text, place) ? [defaultDeny(place)] : [];
  const map = place.key?.around.at(-1);
  if (place.key === undefined || map?.kind !== 'map') return [];
  return writtenAt(place, map)
    .filter(({ key }) => !map.pairs.some(({ name }) => name === key))
    .map((written) => offerOf(place, written));
}

function writtenAt({ key, resources }: KeyPlace, map: YamlMap): readonly Written[] {
  // Of Windows other things hold.
  if (resources.some(({ pods }) => pods.some(({ isWindows }) => isWindows))) return [];
  const maps = key?.around.filter((node): node is YamlMap => node.kind === 'map') ?? [];
  switch (key?.type) {
    case 'Container':
    case 'EphemeralContainer':
      return containerContexts(map);
    case 'SecurityContext':
      return contextKeys(maps.at(-2));
    case 'PodSpec':
      return podContexts(map);
    case 'PodSecurityContext':
      return podContextKeys(maps.at(-2));
    case 'Capabilities':
      return [{ key: 'drop', value: ['ALL'], detail: 'without the powers of root; add those it needs' }];
    case 'SeccompProfile':
      return [{ key: 'type', value: 'RuntimeDefault', detail: "the runtime's own filter of system calls" }];
    case 'rbac.PolicyRule':
      return readingOf(map);
    case 'networking.NetworkPolicySpec':
      return [directionsOf(map)];
    default:
      return key?.kind === 'Namespace' ? labelsAt(key.path, map) : [];
  }
}

function offerOf(
  { word, column, eol, document, key }: KeyPlace,
  { key: name, value, variant, detail }: Written,
): Offer {
  const style = new Surroundings(document).block(key?.around ?? []);
  const lines = renderPair(name, value, style);
  const text = lines.map((line, i) => (i === 0 ? line : ' '.repeat(column) + line)).join(eol);
  return { label: variant === undefined ? name : `${name} (${variant})`, word: name, detail, text, span: word };
}

const level = (mode: string): string => `pod-security.kubernetes.io/${mode}`;

function labelsAt(path: string, map: YamlMap): readonly Written[] {
  const restricted = { [level('enforce')]: 'restricted', [level('warn')]: 'restricted' };
  const detail = 'refuses pods that do not meet the restricted Pod Security Standard';
  if (/^metadata\.[^.]*$/.test(path))
    return [{ key: 'labels', variant: 'Pod Security Standard', value: restricted, detail }];
  if (!path.startsWith('metadata.labels.')) return [];
  const rest = map.pairs.some(({ name }) => name === level('enforce'))
    ? []
    : [{ key: level('enforce'), value: 'restricted', detail }];
  return [
    ...rest,
    {
      key: level('warn'),
      value: 'restricted',
      detail: 'warns of what does not meet the standard, and refuses nothing',
    },
    { key: level('audit'), value: 'restricted', detail: 'notes what does not meet the standard in the audit log' },
  ];
}

/** Egress only where it has rules: to isolate it without one for names is to stop everything. */
function directionsOf(spec: YamlMap): Written {
  const hasEgress = valueOf(spec, 'egress') !== undefined;
  return {
    key: 'policyTypes',
    value: ['Ingress', ...(hasEgress ? ['Egress'] : [])],
    detail: 'the directions in which the pods are isolated',
  };
}

/** Verbs that show and change nothing; none for secrets, which a list shows all of. */
function readingOf(rule: YamlMap): readonly Written[] {
  const verbs = verbsOf(rule).filter((verb) => readVerbs.some((one) => one === verb));
  const isSecret = resourcesIn(rule).includes('secrets');
  return verbs.length === 0 || isSecret
    ? []
    : [{ key: 'verbs', variant: 'read', value: verbs, detail: `shows ${resourcesIn(rule).join(', ')}` }];
}

/** The verbs that the API serves for every resource of a rule; empty where it names none, or all. */
function verbsOf(rule: YamlMap): readonly string[] {
  const [first, ...others] = resourcesIn(rule).map((resource) => {
    const [name = '', part] = resource.split('/');
    if (part !== undefined) return verbsOfSubresource.get(part) ?? ['get', 'update', 'patch'];
    return name === '*' ? [] : (verbsOfResource.get(name) ?? standardVerbs);
  });
  return (first ?? []).filter((verb) => others.every((verbs) => verbs.includes(verb)));
}

function resourcesIn(rule: YamlMap): readonly string[] {
  const list = valueOf(rule, 'resources');
  return list?.kind === 'sequence' ? list.items.flatMap((item) => (item?.kind === 'scalar' ? [item.text] : [])) : [];
}

const policyWord = 'networkpolicy';

function defaultDeny({ word, eol }: KeyPlace): Offer {
  const policy = denyPolicy({
    name: 'default-deny',
    namespace: undefined,
    labels: {},
    directions: ['ingress', 'egress'],
  });
  return {
    label: 'NetworkPolicy (default deny)',
    word: policyWord,
    detail: 'isolates every pod of the namespace, and lets names be resolved',
    text: policy.trimEnd().split('\n').join(eol),
    span: word,
  };
}

/** Nothing says what an empty file is to become: the file has other objects, or the word is begun. */
function isPolicyMeant(text: string, { word: { start, end } }: KeyPlace): boolean {
  const typed = text.slice(start, end).toLowerCase();
  return /^kind:/m.test(text) || (typed !== '' && policyWord.startsWith(typed));
}
