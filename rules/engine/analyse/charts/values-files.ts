/** Where the values of a chart stand in its values files. Must not know templates. */
import type { Chart } from '../../../model/template/chart/chart.ts';
import type { Span } from '../../../text/source.ts';
import { Field } from '../../../yaml/field.ts';
import { lookUp } from '../../../yaml/map-keys.ts';
import { parseWithoutTemplates } from '../../../yaml/parse.ts';
import { type PlacedDocument, slices } from '../../../yaml/stream.ts';
import type { YamlNode } from '../../../yaml/tree.ts';
import type { ValuesOver } from './scenarios.ts';

/** A values file and where its values are among those of the root chart. */
interface ValuesFile {
  /** Undefined for what is set elsewhere, which no file of the chart writes. */
  readonly path: string | undefined;
  readonly prefix: readonly string[];
}

/** A value where it is written. */
export interface ValuePlace {
  /** Of the file, below the folder of the chart. */
  readonly path: string;
  /** In offsets of the file. */
  readonly span: Span;
}

/** The values files that were read for one rendering. */
export class ValuesFiles {
  readonly #files: readonly ValuesFile[];
  readonly #textOf: (path: string) => string | undefined;
  readonly #set: string;
  readonly #read = new Map<string | undefined, readonly PlacedDocument[]>();

  /** @param over values over the chart's own. @param textOf the text of a file of the chart, by its path. */
  constructor(chart: Chart, over: ValuesOver | undefined, textOf: (path: string) => string | undefined) {
    const files = [...(over?.files ?? [])].reverse().map((path) => ({ path, prefix: [] }));
    const set = over?.set === undefined ? [] : [{ path: undefined, prefix: [] }];
    this.#files = [...set, ...files, ...filesOf(chart, [])];
    this.#textOf = textOf;
    this.#set = over?.set ?? '';
  }

  /** @param at keys from the root chart's values on. @param isKey the key is meant, not its value. @returns undefined where no file writes it. */
  find(at: readonly string[], isKey = false): ValuePlace | undefined {
    for (const { path, below } of this.#candidates(at)) {
      const found = this.#nodeIn(path, below, isKey);
      if (found !== undefined) return path === undefined ? undefined : { path, span: found };
    }
    return undefined;
  }

  /** The field of a values file that decides a value. @returns undefined where no file writes it. */
  fieldAt(at: readonly string[]): (PlacedDocument & { readonly path: string; readonly field: Field }) | undefined {
    for (const { path, below } of this.#candidates(at))
      for (const { offset, document } of [...this.#documents(path)].reverse()) {
        let field = Field.root(document, true);
        for (const key of below) field = field.at(field.isList ? Number(key) : key);
        if (field.state !== 'absent') return path === undefined ? undefined : { path, offset, document, field };
      }
    return undefined;
  }

  *#candidates(
    at: readonly string[],
  ): Iterable<{ readonly path: string | undefined; readonly below: readonly string[] }> {
    for (const { path, prefix } of this.#files)
      if (prefix.every((key, i) => at[i] === key)) yield { path, below: at.slice(prefix.length) };
    // What is global stands with the parents.
    const global = at.indexOf('global');
    if (global > 0)
      for (const { path, prefix } of this.#files) if (prefix.length < global) yield { path, below: at.slice(global) };
  }

  #nodeIn(path: string | undefined, below: readonly string[], isKey: boolean): Span | undefined {
    for (const { offset, document } of [...this.#documents(path)].reverse()) {
      const span = spanOf(document.root, below, isKey);
      if (span !== undefined) return { start: span.start + offset, end: span.end + offset };
    }
    return undefined;
  }

  #documents(path: string | undefined): readonly PlacedDocument[] {
    let read = this.#read.get(path);
    if (read === undefined) {
      read = slices(path === undefined ? this.#set : (this.#textOf(path) ?? '')).map(({ offset, slice }) => ({
        offset,
        document: parseWithoutTemplates(slice),
      }));
      this.#read.set(path, read);
    }
    return read;
  }
}

const filesOf = (chart: Chart, prefix: readonly string[]): readonly ValuesFile[] => [
  { path: `${chart.folder}values.yaml`, prefix },
  ...chart.dependencies.flatMap((below) => filesOf(below, [...prefix, below.name])),
];

/** The first line of a value that goes over several. */
function spanOf(root: YamlNode | null, keys: readonly string[], isKey: boolean): Span | undefined {
  let node = root;
  let key: YamlNode | undefined;
  for (const name of keys) {
    if (node?.kind === 'alias') node = node.target ?? null;
    if (node?.kind === 'map') {
      const { pair, node: value } = lookUp(node, name, 'own') ?? {};
      if (pair === undefined) return undefined;
      key = pair.key;
      node = value ?? null;
    } else if (node?.kind === 'sequence' && Number(name) < node.items.length) {
      node = node.items[Number(name)] ?? null;
      key = undefined;
    } else return undefined;
  }
  const isShort = node !== null && (node.kind === 'scalar' || node.kind === 'alias' || node.start === node.end);
  return key !== undefined && (isKey || !isShort) ? key : (node ?? key);
}
