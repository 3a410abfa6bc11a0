/**
 * Typed, null-safe access to a YAML tree: what rules and models see instead of nodes. A field knows whether it is written, absent
 * or unknowable, where a finding about it belongs, and how far an edit of it reaches. Aliases are followed here, merge
 * keys by `map-keys.ts`, and nowhere else. Knows nothing of Kubernetes.
 */
import { lineEnd, type Span } from '../text/source.ts';
import type { Change, YamlValue } from './change.ts';
import { few, keysOf, lookUp, type Origin, type Written } from './map-keys.ts';
import { isNull, type ScalarValue, valueOf } from './scalar.ts';
import type { YamlDocument, YamlNode, YamlPair } from './tree.ts';

/**
 * absent: no such key or item. null: written without a value, which the API server drops. value: written.
 * alias: points to an anchor that does not exist. templated: holds an unquoted template action.
 */
export type FieldState = 'absent' | 'null' | 'value' | 'alias' | 'templated';
export type FieldType = 'boolean' | 'integer' | 'string' | 'map' | 'list';

export class Field {
  readonly document: YamlDocument;
  readonly parent: Field | undefined;
  /** Key or index under the parent; undefined for the root. */
  readonly key: string | number | undefined;
  /** The node after aliases were followed; undefined when nothing is written. */
  readonly node: YamlNode | undefined;
  readonly pair: YamlPair | undefined;
  readonly origin: Origin;
  readonly state: FieldState;
  /**
   * Whether what is not written here is really not there: false in patches, in damaged or templated maps, and below them.
   */
  readonly complete: boolean;
  /** Where findings about absent fields below belong, instead of the nearest key: a container's name. */
  readonly owner: Span | undefined;
  #children: Field[] | undefined;
  #index: Map<string | number | undefined, Field> | undefined;
  #items: readonly Field[] | undefined;
  #entries: readonly (readonly [string, Field])[] | undefined;

  private constructor(
    document: YamlDocument,
    parent: Field | undefined,
    key: string | number | undefined,
    written: Written | undefined,
    complete: boolean,
    owner: Span | undefined,
  ) {
    let node = written?.node ?? undefined;
    let origin = written?.origin ?? 'own';
    let state: FieldState = written === undefined ? 'absent' : node === undefined ? 'null' : 'value';
    // An alias may name another alias's anchor; the chain ends, since a target always precedes its alias.
    while (node?.kind === 'alias') {
      origin = 'alias';
      if (node.target === undefined) state = 'alias';
      node = node.target;
    }
    if (node?.kind === 'scalar') {
      if (node.templated) state = 'templated';
      else if (isNull(node)) state = 'null';
    }
    this.document = document;
    this.parent = parent;
    this.key = key;
    this.node = node;
    this.pair = written?.pair;
    this.origin = origin;
    this.state = state;
    this.complete = complete;
    this.owner = owner;
  }

  /** The root field of a document. @param complete false when the document is known to be a part of an object. */
  static root(document: YamlDocument, complete: boolean): Field {
    const written = { pair: undefined, node: document.root, origin: 'own' as const };
    return new Field(document, undefined, undefined, written, complete && document.problems.length === 0, undefined);
  }

  /** The same field, with `owner` as the place of what is missing below, and `complete` narrowed. */
  ownedBy(owner: Span | undefined, complete = true): Field {
    const written =
      this.state === 'absent' ? undefined : { pair: this.pair, node: this.node ?? null, origin: this.origin };
    const { document, parent, key } = this;
    return new Field(document, parent, key, written, this.complete && complete, owner);
  }

  /** The field below, by keys. Total: below a scalar or an absent field everything is absent. */
  at(...keys: readonly (string | number)[]): Field {
    let field: Field = this;
    for (const key of keys)
      field = typeof key === 'number' ? (field.items[key] ?? field.#below(key, undefined)) : field.#child(key);
    return field;
  }

  #child(key: string): Field {
    this.#children ??= [];
    const known = this.#index === undefined ? this.#children.find((child) => child.key === key) : this.#index.get(key);
    if (known !== undefined) return known;
    const written = this.node?.kind === 'map' ? lookUp(this.node, key, this.origin) : undefined;
    const child = this.#below(key, written);
    this.#children.push(child);
    if (this.#index !== undefined) this.#index.set(key, child);
    else if (this.#children.length > few) this.#index = new Map(this.#children.map((one) => [one.key, one]));
    return child;
  }

  /** @param written undefined for what is absent. */
  #below(key: string | number, written: Written | undefined): Field {
    return new Field(this.document, this, key, written, this.#completeBelow, this.owner);
  }

  get #completeBelow(): boolean {
    if (!this.complete || this.state === 'alias' || this.state === 'templated') return false;
    // A text where a map belongs sets nothing below it; that it stands there is a finding of its own.
    if (this.node?.kind === 'scalar') return true;
    return !(this.node !== undefined && 'partial' in this.node && this.node.partial);
  }

  /** Items of a list; empty for anything else. */
  get items(): readonly Field[] {
    if (this.#items === undefined) {
      const node = this.node;
      const origin = this.origin;
      this.#items =
        node?.kind === 'sequence'
          ? node.items.map((item, i) => this.#below(i, { pair: undefined, node: item, origin }))
          : [];
    }
    return this.#items;
  }

  /** Keys of a map in the order written, merged ones last; empty for anything else. */
  get keys(): readonly string[] {
    return this.node?.kind === 'map' ? keysOf(this.node) : [];
  }

  /** Fields of a map in the order written, merged ones last; empty for anything else. */
  get entries(): readonly (readonly [string, Field])[] {
    if (this.node?.kind !== 'map') return [];
    this.#entries ??= keysOf(this.node).map((key) => [key, this.#child(key)] as const);
    return this.#entries;
  }

  /** Written with a value, known or not. */
  get present(): boolean {
    return this.state !== 'absent' && this.state !== 'null';
  }

  /** Surely not set: absent or null, in a place where all that exists is seen. Rules about absence ask this and nothing else. */
  get missing(): boolean {
    return !this.present && (this.parent?.complete ?? this.complete) && this.complete;
  }

  /** Nothing may be said of the value: a template action or an alias to nowhere. */
  get unknown(): boolean {
    return this.state === 'alias' || this.state === 'templated';
  }

  get value(): ScalarValue | undefined {
    return this.state === 'value' && this.node?.kind === 'scalar' ? valueOf(this.node) : undefined;
  }

  get boolean(): boolean | undefined {
    const value = this.value;
    return typeof value === 'boolean' ? value : undefined;
  }

  /** A whole number. JSON has one number type, so `1.0` is one too. */
  get integer(): number | undefined {
    const value = this.value;
    return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
  }

  get string(): string | undefined {
    const value = this.value;
    return typeof value === 'string' ? value : undefined;
  }

  /** The text of a scalar whatever its type, as people read it: `80` and `"80"` alike. */
  get text(): string | undefined {
    return this.state === 'value' && this.node?.kind === 'scalar' ? this.node.text : undefined;
  }

  /** Strings of a list of strings, each with its field; other items are left out. */
  get strings(): readonly { readonly text: string; readonly field: Field }[] {
    return this.items.flatMap((field) => (field.string === undefined ? [] : [{ text: field.string, field }]));
  }

  get isMap(): boolean {
    return this.state === 'value' && this.node?.kind === 'map';
  }

  get isList(): boolean {
    return this.state === 'value' && this.node?.kind === 'sequence';
  }

  /** True only for a value of that very type: the string "false" is not the boolean. */
  is(value: string | number | boolean): boolean {
    return this.value === value;
  }

  /** Written, but not with the type the API wants, so that the object will be refused. */
  isWrongType(type: FieldType): boolean {
    if (this.state !== 'value') return false;
    switch (type) {
      case 'map':
        return !this.isMap;
      case 'list':
        return !this.isList;
      default:
        return this[type] === undefined;
    }
  }

  /** Keys from the document's root, for people and fingerprints: `spec.containers[0].image`. */
  get path(): string {
    const above = this.parent?.path ?? '';
    if (this.key === undefined) return above;
    if (typeof this.key === 'number') return `${above}[${this.key}]`;
    return above === '' ? this.key : `${above}.${this.key}`;
  }

  get absent(): boolean {
    return !this.present;
  }

  /** More than its anchor: a map or a list that more lines may be written into. */
  get isWhole(): boolean {
    return (this.isMap || this.isList) && this.anchor !== this.node;
  }

  /** The value if it is written in one line, else its key; for what is missing the owner, else the nearest key above. */
  get anchor(): Span {
    if (this.present) return this.#written;
    return this.owner ?? (this.state === 'null' ? this.#written : (this.parent?.anchorOfKey ?? { start: 0, end: 0 }));
  }

  /** The key if there is one, else what stands there, else the nearest key above. */
  get anchorOfKey(): Span {
    if (this.pair !== undefined) return this.pair.key;
    if (this.node?.kind === 'scalar' && this.origin === 'own') return firstLine(this.document.text, this.node);
    if (this.node?.kind === 'map' && this.key !== undefined)
      return this.node.pairs[0]?.key ?? firstLine(this.document.text, this.node);
    return this.parent?.anchorOfKey ?? firstKey(this.node) ?? { start: 0, end: 0 };
  }

  get #written(): Span {
    const node = this.pair?.value ?? (this.pair === undefined ? this.node : undefined);
    if (node?.kind === 'alias') return node;
    if (node?.kind === 'scalar' && node.style !== 'block') return firstLine(this.document.text, node);
    if (
      node !== undefined &&
      node !== null &&
      'flow' in node &&
      node.flow &&
      !this.document.text.slice(node.start, node.end).includes('\n')
    ) {
      return node;
    }
    return this.anchorOfKey;
  }

  set(value: YamlValue, after?: readonly string[]): Change {
    return { kind: 'set', field: this, value, ...(after === undefined ? {} : { after }) };
  }

  remove(): Change {
    return { kind: 'remove', field: this };
  }

  append(value: YamlValue): Change {
    return { kind: 'append', field: this, value };
  }

  rename(to: string): Change {
    return { kind: 'rename', field: this, to };
  }
}

function firstLine(text: string, of: Span): Span {
  const end = Math.min(of.end, lineEnd(text, of.start));
  return { start: of.start, end: Math.max(of.start, end) };
}

function firstKey(node: YamlNode | undefined): Span | undefined {
  return node?.kind === 'map' ? node.pairs[0]?.key : undefined;
}
