/** Kustomizations: what they take in, and what their patches are for. */
import { resourcesOf } from '../../model/kubernetes/resource.ts';
import { isRemote, patchEntriesOf } from '../../model/kustomize/kustomization.ts';
import type { PatchTarget } from '../../model/kustomize/patch.ts';
import { replacedListsOf } from '../../model/kustomize/replaced-lists.ts';
import { joinPath } from '../../text/path.ts';
import type { Span } from '../../text/source.ts';
import { embeddedSpans } from '../../yaml/embedded.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';

/** A kustomization. Paths are resolved. */
export interface KustomizationFact extends Fact {
  readonly folder: string;
  readonly resources: readonly string[];
  /** Names of ConfigMaps and Secrets that it makes. */
  readonly generates: readonly string[];
  /** It gives objects other names. */
  readonly renames: boolean;
  /** It has objects that no file here shows, or is a component, which has those of others. */
  readonly isOpen: boolean;
  readonly patches: readonly PatchFact[];
}

/** An entry of its patches. */
export interface PatchFact {
  readonly place: string;
  readonly target: PatchTarget | undefined;
  /** The file that it is in. */
  readonly file: string | undefined;
  /** Parts of objects that are written in place. */
  readonly parts: readonly PartFact[];
}

/** A part of an object. */
export interface PartFact {
  readonly kind: string;
  readonly name: string;
  /** As of an object. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The place of each list. */
  readonly places: Readonly<Record<string, string>>;
}

const openKeys = ['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers', 'openapi'];

export const kustomization: FactSource<KustomizationFact> = {
  kustomization(document, known) {
    const root = Field.root(document, true);
    const places: Record<string, Span> = {};
    const patches = patchEntriesOf(root).map((entry, at): PatchFact => {
      const place = `patch${at}`;
      places[place] = anchorOf(entry.field);
      return {
        place,
        target: entry.target,
        file: entry.file === undefined ? undefined : joinPath(known.folder, entry.file),
        parts: entry.patch === undefined ? [] : partsOf(entry.patch, place, places),
      };
    });
    const says: Statement<KustomizationFact>['says'] = {
      folder: known.folder,
      resources: known.resources,
      generates: known.generates,
      renames: root.at('namePrefix').present || root.at('nameSuffix').present,
      isOpen: isOpen(root),
      patches,
    };
    return [{ says, places: { name: { start: 0, end: 0 }, ...places } }];
  },
};

/** What tells best what the entry is for. */
function anchorOf(entry: Field): Span {
  const [target, path, patch] = ['target', 'path', 'patch'].map((key) => entry.at(key));
  if (target?.present) return target.anchorOfKey;
  if (path?.present) return path.anchor;
  if (patch?.present) return patch.anchorOfKey;
  const { start, end } = entry.anchor;
  // The first line of a text.
  const line = entry.document.text.indexOf('\n', start);
  return { start, end: line < 0 ? end : Math.min(end, line) };
}

function isOpen(root: Field): boolean {
  const taken = ['resources', 'bases', 'components'].flatMap((key) => root.at(key).items);
  return (
    root.at('kind').is('Component') ||
    openKeys.some((key) => root.at(key).present) ||
    taken.some(({ string }) => string === undefined || isRemote(string))
  );
}

function partsOf(patch: Field, place: string, places: Record<string, Span>): readonly PartFact[] {
  if (patch.string === undefined) return [];
  const at = embeddedSpans(patch);
  return resourcesOf(parseDocument(patch.string), true).map((resource) => {
    const lists = replacedListsOf(resource);
    const ofLists = lists.map(({ path, field }) => {
      const name = `${place} ${path}`;
      places[name] = at(field.anchorOfKey);
      return [path, name] as const;
    });
    return {
      kind: resource.kind,
      name: resource.name,
      lists: Object.fromEntries(lists.map(({ path, items }) => [path, items])),
      places: Object.fromEntries(ofLists),
    };
  });
}
