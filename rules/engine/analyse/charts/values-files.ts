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
  /** Of what is set elsewhere. */
  readonly text?: string;
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
  readonly #read = new Map<ValuesFile, readonly PlacedDocument[]>();

  /** @param over values over the chart's own. @param textOf the text of a file of the chart, by its path. */
  constructor(chart: Chart, over: ValuesOver | undefined, textOf: (path: string) => string | undefined) {
    const files = [...(over?.files ?? [])].reverse().map((path): ValuesFile => {
      const text = over?.outside?.get(path);
      return text === undefined ? { path, prefix: [] } : { path: undefined, prefix: [], text };
    });
    const set: readonly ValuesFile[] = over?.set === undefined ? [] : [{ path: undefined, prefix: [], text: over.set }];
    this.#files = [...set, ...files, ...filesOf(chart, [])];
    this.#textOf = textOf;
  }

  /** @param at keys from the root chart's values on. @param isKey the key is meant, not its value. @returns undefined where no file writes it. */
  find(at: readonly string[], isKey = false): ValuePlace | undefined {
    for (const { file, below } of this.#candidates(at)) {
      const found = this.#nodeIn(file, below, isKey);
      if (found !== undefined) return file.path === undefined ? undefined : { path: file.path, span: found };
    }
    return undefined;
  }

  /** The field of a values file that decides a value. @returns undefined where no file writes it. */
  fieldAt(at: readonly string[]): (PlacedDocument & { readonly path: string; readonly field: Field }) | undefined {
    for (const { file, below } of this.#candidates(at))
      for (const { offset, document } of [...this.#documents(file)].reverse()) {
        const { path } = file;
        let field = Field.root(document, true);
        for (const key of below) field = field.at(field.isList ? Number(key) : key);
        if (field.state !== 'absent') return path === undefined ? undefined : { path, offset, document, field };
      }
    return undefined;
  }

  *#candidates(at: readonly string[]): Iterable<{ readonly file: ValuesFile; readonly below: readonly string[] }> {
    for (const file of this.#files)
      if (file.prefix.every((key, i) => at[i] === key)) yield { file, below: at.slice(file.prefix.length) };
    // What is global stands with the parents.
    const global = at.indexOf('global');
    if (global > 0)
      for (const file of this.#files) if (file.prefix.length < global) yield { file, below: at.slice(global) };
  }

  #nodeIn(file: ValuesFile, below: readonly string[], isKey: boolean): Span | undefined {
    for (const { offset, document } of [...this.#documents(file)].reverse()) {
      const span = spanOf(document.root, below, isKey);
      if (span !== undefined) return { start: span.start + offset, end: span.end + offset };
    }
    return undefined;
  }

  #documents(file: ValuesFile): readonly PlacedDocument[] {
    let read = this.#read.get(file);
    if (read === undefined) {
      read = slices(file.text ?? this.#textOf(file.path ?? '') ?? '').map(({ offset, slice }) => ({
        offset,
        document: parseWithoutTemplates(slice),
      }));
      this.#read.set(file, read);
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
