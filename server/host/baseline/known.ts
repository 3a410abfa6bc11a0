/**
 * Which findings are known: those that a baseline or a commit has, under the name of then where a file or an object was renamed since. Must not know where the
 * texts of then come from.
 */
import { fingerprintOf, type Identity } from '../../../rules/engine/findings/finding.ts';
import { type BaselineEntry, type Candidate, entryOf } from './entry.ts';
import { leastSimilar, pairs, similarity } from './similar.ts';

type Resource = NonNullable<Identity['resource']>;

/**
 * What is known by its name of today alone, for who shows findings one file at a time.
 * @param uncovers as for `compare`.
 */
export function knownBy(
  entries: readonly BaselineEntry[],
  uncovers: (rule: string) => readonly string[],
): (candidate: Candidate) => boolean {
  const prints = new Set(entries.map(({ fingerprint }) => fingerprint));
  const uncovered = new Set(entries.flatMap((entry) => uncovers(entry.rule).map((rule) => placeOf(entry, rule))));
  return (candidate) => {
    const entry = entryOf(candidate);
    return prints.has(entry.fingerprint) || uncovered.has(placeOf(entry, entry.rule));
  };
}

/** What the files were and are. */
export interface History {
  /** The text of then; undefined where there was no such file. @param file relative to the folder of the baseline. */
  before(file: string): Promise<string | undefined>;
  /** The text of now. */
  now(file: string): Promise<string | undefined>;
  /** The objects of a text. */
  objects(file: string, text: string): readonly Resource[];
}

export interface Compared<C extends Candidate> {
  /** What the entries know, with the entry of each. What a fix uncovered is known, too; its entry is a new one. */
  readonly known: ReadonlyMap<C, BaselineEntry>;
  /** Entries that nothing is found of any more. */
  readonly gone: readonly BaselineEntry[];
}

/**
 * @param history left out: names are not followed. @param uncovers the rules that say nothing while a rule speaks: what they say of its object, or container,
 * once it is fixed, was there before.
 */
export async function compare<C extends Candidate>(
  found: readonly C[],
  entries: readonly BaselineEntry[],
  history: History | undefined,
  uncovers: (rule: string) => readonly string[],
): Promise<Compared<C>> {
  const open = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const known = new Map<C, BaselineEntry>();
  const names = new Map<C, Identity>();
  /** Takes each of the findings that an entry is open for. */
  const take = (candidates: readonly C[], asThen: (identity: Identity) => Identity): void => {
    for (const candidate of candidates) {
      if (known.has(candidate)) continue;
      const identity = asThen(candidate.identity);
      names.set(candidate, identity);
      const entry = open.get(fingerprintOf(identity));
      if (entry === undefined) continue;
      open.delete(entry.fingerprint);
      known.set(candidate, entry);
    }
  };
  take(found, (identity) => identity);
  const left = (): readonly C[] => found.filter((candidate) => !known.has(candidate));
  if (history !== undefined && open.size > 0 && left().length > 0) {
    const renamed = await renamedFiles(left(), [...open.values()], history);
    const fileThen = (file: string): string => renamed.get(file) ?? file;
    take(left(), (identity) => ({ ...identity, file: fileThen(identity.file) }));
    for (const [file, candidates] of byFile(left())) {
      const objects = await renamedObjects(file, fileThen(file), candidates, open, history);
      take(candidates, (identity) => ({
        ...identity,
        file: fileThen(file),
        resource: objects.get(keyOf(identity.resource)) ?? identity.resource,
      }));
    }
  }
  const uncovered = new Set(
    [...open.values()].flatMap((entry) => uncovers(entry.rule).map((rule) => placeOf(entry, rule))),
  );
  for (const candidate of left()) {
    const entry = entryOf({ ...candidate, identity: names.get(candidate) ?? candidate.identity });
    if (uncovered.has(placeOf(entry, entry.rule))) known.set(candidate, entry);
  }
  return { known, gone: [...open.values()] };
}

const placeOf = ({ file, kind, namespace, name, container }: BaselineEntry, rule: string): string =>
  JSON.stringify([rule, file, kind, namespace, name, container]);

/** Names of now with those of then: what is gone and what is new, where their texts are alike. */
async function renamedFiles(
  left: readonly Candidate[],
  open: readonly BaselineEntry[],
  history: History,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const gone: string[] = [];
  for (const file of new Set(open.map((entry) => entry.file))) {
    if ((await history.now(file)) !== undefined) continue;
    const text = await history.before(file);
    if (text !== undefined) gone.push(file);
    texts.set(file, text ?? '');
  }
  const added: string[] = [];
  for (const { identity } of gone.length === 0 ? [] : left) {
    if (texts.has(identity.file) || (await history.before(identity.file)) !== undefined) continue;
    const text = await history.now(identity.file);
    if (text !== undefined) added.push(identity.file);
    texts.set(identity.file, text ?? '');
  }
  return pairs(gone, added, (from, to) => similarity(texts.get(from) ?? '', texts.get(to) ?? ''), leastSimilar);
}

/** Objects of now, by their key, with those of then: of one kind, one gone from the file and one new in it, that share at least half of what is found. */
async function renamedObjects(
  file: string,
  fileThen: string,
  candidates: readonly Candidate[],
  open: ReadonlyMap<string, BaselineEntry>,
  history: History,
): Promise<ReadonlyMap<string, Resource>> {
  const [before, now] = [await history.before(fileThen), await history.now(file)];
  if (before === undefined || now === undefined) return new Map();
  const [then, today] = [history.objects(fileThen, before), history.objects(file, now)];
  const keysOf = (resources: readonly Resource[]): ReadonlySet<string> => new Set(resources.map(keyOf));
  const [keysThen, keysToday] = [keysOf(then), keysOf(today)];
  const gone = unique(then).filter((resource) => !keysToday.has(keyOf(resource)));
  const added = unique(today).filter((resource) => !keysThen.has(keyOf(resource)));
  const shared = (from: Resource, to: Resource): number => {
    if (from.kind !== to.kind) return 0;
    const own = candidates.filter(({ identity }) => keyOf(identity.resource) === keyOf(to));
    const same = own.filter(({ identity }) => open.has(fingerprintOf({ ...identity, file: fileThen, resource: from })));
    return own.length === 0 ? 0 : same.length / own.length;
  };
  return new Map([...pairs(gone, added, shared, leastSimilar)].map(([to, from]) => [keyOf(to), from]));
}

function byFile<C extends Candidate>(candidates: readonly C[]): ReadonlyMap<string, readonly C[]> {
  const found = new Map<string, C[]>();
  for (const candidate of candidates) {
    const { file } = candidate.identity;
    const own = found.get(file) ?? [];
    found.set(file, own);
    own.push(candidate);
  }
  return found;
}

function unique(resources: readonly Resource[]): readonly Resource[] {
  return [...new Map(resources.map((resource) => [keyOf(resource), resource])).values()];
}

const keyOf = (resource: Resource | undefined): string =>
  JSON.stringify([resource?.kind, resource?.namespace, resource?.name]);
