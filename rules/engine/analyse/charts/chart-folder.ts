/**
 * One chart of a workspace: its texts as they are now, what it renders to, and what is found in that. Each is worked out when somebody asks, and again
 * only after a text changed. Must not know other files.
 */
import type { FactPlaces } from '../../../facts/fact.ts';
import type { ChartFile } from '../../../model/template/chart/chart.ts';
import { forgetTree, treeOf } from '../../../model/template/chart/trees.ts';
import type { RawFinding } from '../analyze.ts';
import type { ChartAccess } from './chart-writer.ts';
import { type DocumentCache, type RenderedTemplate, type Rendering, rendering } from './rendering.ts';
import { isTemplatePath, type Scenario, scenariosOf, type ValuesOver } from './scenarios.ts';
import { shownText } from './shown.ts';
import { type Judge, type JudgedTemplate, judged } from './template-analysis.ts';
import { type Attempt, together } from './told.ts';
import { moved } from './typed-over.ts';

/** A chart rendered with one set of values. */
interface Rendered {
  readonly scenario: Scenario;
  readonly made: Rendering;
}

/** What was found in a template as it was rendered. */
interface Known {
  readonly template: RenderedTemplate;
  readonly judge: Judge;
  readonly made: JudgedTemplate;
}

/** What became of a template. */
export type TemplateState = { readonly judged: JudgedTemplate } | { readonly refused: string };

/** The files of one chart, with what they render to and what is found in it. Nothing is worked out before somebody asks. */
export class ChartFolder {
  /** Without a slash at its end. */
  readonly folder: string;
  readonly #files = new Map<string, ChartFile>();
  /** The last text of a template that could be read, where the present one cannot. */
  readonly #good = new Map<string, string>();
  readonly #judges = new Map<string, Judge>();
  #documents: DocumentCache = new Map();
  /** Sets of values that somebody deploys it with. */
  #releases: readonly Scenario[] = [];
  #renderings: readonly Rendered[] | undefined;
  /** Those before the last change. */
  #before: readonly Rendered[] | undefined;
  #landed: ReadonlyMap<string, readonly RawFinding[]> | undefined;
  /** What templates said when somebody asked last. */
  readonly #stated = new Map<string, string>();
  /** What was found last, by the set of values and the path of the template. */
  #judged = new Map<string, Known>();

  constructor(folder: string) {
    this.folder = folder;
  }

  fork(): ChartFolder {
    const copy = new ChartFolder(this.folder);
    for (const [path, file] of this.#files) copy.#files.set(path, file);
    for (const [path, text] of this.#good) copy.#good.set(path, text);
    for (const [path, judge] of this.#judges) copy.#judges.set(path, judge);
    for (const [path, stated] of this.#stated) copy.#stated.set(path, stated);
    copy.#documents = this.#documents;
    copy.#releases = this.#releases;
    copy.#renderings = this.#renderings;
    copy.#landed = this.#landed;
    return copy;
  }

  /** All files as they are on disk. @param isOpen a document stands for the file, whose text stays as it is. */
  give(files: readonly ChartFile[], isOpen: (path: string) => boolean): void {
    const kept = new Map([...this.#files].filter(([path]) => isOpen(`${this.folder}/${path}`)));
    this.#files.clear();
    for (const file of files) this.#files.set(file.path, kept.get(file.path) ?? file);
    this.#judged = new Map();
    this.#forget();
  }

  /** @param path below the folder. @returns whether something else is rendered now. */
  setText(path: string, text: string): boolean {
    const before = this.#files.get(path);
    if (before?.text === text) return false;
    if (isTemplatePath(path)) {
      const isRead = treeOf(text).problems.length === 0;
      if (isRead) this.#good.delete(path);
      else if (before !== undefined && !this.#good.has(path) && treeOf(before.text).problems.length === 0)
        this.#good.set(path, before.text);
      if (before !== undefined && this.#good.get(path) !== before.text) forgetTree(before.text);
    }
    this.#files.set(path, { path, text });
    this.#forget();
    return true;
  }

  text(path: string): string | undefined {
    return this.#files.get(path)?.text;
  }

  /** Its findings count from now on. */
  judgeBy(path: string, judge: Judge): void {
    const before = this.#judges.get(path);
    if (before?.rules === judge.rules && before.fileContext === judge.fileContext) return;
    this.#judges.set(path, judge);
    this.#landed = undefined;
  }

  /** @param releases with files that lie in the chart. */
  deployAs(releases: readonly Scenario[]): void {
    this.#releases = releases;
    // Those of before may be of a release of the same name.
    this.#renderings = undefined;
    this.#before = undefined;
    this.#landed = undefined;
  }

  /** Nothing is said of it any more. */
  leave(path: string): void {
    if (!this.#judges.delete(path)) return;
    this.#landed = undefined;
  }

  /** Texts of the templates that lie in archives; nothing is said of them. */
  get packed(): readonly string[] {
    return [...this.#files.values()].flatMap(({ path, isPacked }) => (isPacked && isTemplatePath(path) ? [path] : []));
  }

  /** What a template states with the first values that it can be rendered with. @param judge where it is no file of its own. */
  state(path: string, judge?: Judge): TemplateState {
    const [first] = this.#all();
    const why = first?.made.refused.get('') ?? first?.made.refused.get(path);
    const all = judge === undefined ? this.#judgedOf(path) : this.#judgedWith(path, judge);
    const own = all.find((one) => one !== undefined);
    if (own !== undefined) return { judged: this.#factsTypedOver(path, own) };
    return { refused: why ?? 'nothing of it takes part' };
  }

  /** What it renders to with default values. @param path of the template that is asked about; all for another file. */
  shown(path: string): string {
    const [first] = this.#all();
    return first === undefined ? '' : shownText(first.made, path);
  }

  /** Names of charts that it asks for and does not hold, with default values. */
  get missing(): readonly string[] {
    return this.#all()[0]?.made.missing ?? [];
  }

  /** Whether it comes from a repository of charts. */
  isVendored(path: string): boolean {
    const folders = this.#all()[0]?.made.vendored ?? [];
    return folders.some((folder) => path.startsWith(folder)) || this.#files.get(path)?.isPacked === true;
  }

  /** Findings of templates at a file of the chart, in its offsets, each once. */
  landedOn(path: string): readonly RawFinding[] {
    this.#landed ??= this.#land();
    return this.#landed.get(path) ?? [];
  }

  /** Paths of what lies in no archive. */
  get editable(): readonly string[] {
    return [...this.#files.values()].flatMap(({ path, isPacked }) => (isPacked === true ? [] : [path]));
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Templates that are judged, and the description of the chart, that state something else than at the last call. */
  restated(): readonly string[] {
    const [first] = this.#all();
    const now = [...this.#judges.keys()].map((path): readonly [string, string] => [
      path,
      first?.made.templates.get(path)?.provenance.text ?? first?.made.refused.get(path) ?? '',
    ]);
    return [...now, ['Chart.yaml', this.missing.join()] as const].flatMap(([path, text]) => {
      if ((this.#stated.get(path) ?? '') === text && (this.#stated.has(path) || path === 'Chart.yaml')) return [];
      this.#stated.set(path, text);
      return [path];
    });
  }

  #forget(): void {
    this.#before = this.#renderings ?? this.#before;
    this.#renderings = undefined;
    this.#landed = undefined;
  }

  #all(): readonly Rendered[] {
    if (this.#renderings === undefined) {
      const read = [...this.#files.values()].map((file) => {
        const good = this.#good.get(file.path);
        return good === undefined ? file : { ...file, text: good };
      });
      const documents: DocumentCache = new Map();
      this.#renderings = this.#scenarios().map((scenario) => ({
        scenario,
        made: rendering(read, scenario.over, this.#documents, documents, this.#last(scenario)?.made),
      }));
      this.#documents = documents;
    }
    return this.#renderings;
  }

  /** A release with a values file that is not there is nobody's. */
  #scenarios(): readonly Scenario[] {
    const isThere = (path: string, over: ValuesOver): boolean =>
      this.#files.has(path) || over.outside?.has(path) === true;
    const releases = this.#releases.filter(({ over }) => over?.files.every((path) => isThere(path, over)) === true);
    return scenariosOf([...this.#files.keys()], releases);
  }

  /** The last rendering with the same values. */
  #last({ name }: Scenario): Rendered | undefined {
    return this.#before?.find(({ scenario }) => scenario.name === name);
  }

  #judgedOf(path: string): readonly (JudgedTemplate | undefined)[] {
    const judge = this.#judges.get(path);
    return judge === undefined ? [] : this.#judgedWith(path, judge);
  }

  /** What renders to the same as before is not judged again. */
  #judgedWith(path: string, judge: Judge): readonly (JudgedTemplate | undefined)[] {
    return this.#all().map(({ made, scenario }) => {
      const template = made.templates.get(path);
      if (template === undefined) return undefined;
      const name = `${scenario.name}\n${path}`;
      const known = this.#judged.get(name);
      if (known?.template === template && known.judge === judge) return known.made;
      const now = judged(path, template, judge, this.#access(scenario));
      this.#judged.set(name, { template, judge, made: now });
      return now;
    });
  }

  /** The chart with one set of values, to be written into as it is when somebody asks. */
  #access({ name, over }: Scenario): ChartAccess {
    return {
      folder: this.folder,
      isTyped: () => this.#good.size > 0,
      rendering: () => this.#all().find(({ scenario }) => scenario.name === name)?.made,
      text: (path) => this.text(path),
      isVendored: (path) => this.isVendored(path),
      tried: (path, text) => {
        const files = [...new Map(this.#files).set(path, { path, text }).values()];
        // Of another text of a template, only what it changes is rendered.
        const now = this.#all().find(({ scenario }) => scenario.name === name)?.made;
        return rendering(files, over, this.#documents, new Map(), now);
      },
    };
  }

  #land(): ReadonlyMap<string, readonly RawFinding[]> {
    const byPath = new Map<string, RawFinding[]>();
    for (const { path, raw: found } of together(this.#attempts())) {
      const raw = this.isVendored(path) ? undefined : this.#typedOver(path, found);
      if (raw === undefined) continue;
      const known = byPath.get(path) ?? [];
      byPath.set(path, known);
      known.push(raw);
    }
    return byPath;
  }

  #attempts(): readonly (readonly Attempt[])[] {
    return [...this.#judges.keys()].sort().map((path) => {
      const judged = this.#judgedOf(path);
      return this.#all().map(({ scenario, made }, i) => ({
        scenario,
        rendered: made.templates.get(path),
        judged: judged[i],
      }));
    });
  }

  /** Facts of the last text that could be read, at their places in the present one. */
  #factsTypedOver(path: string, made: JudgedTemplate): JudgedTemplate {
    const good = this.#good.get(path);
    if (good === undefined) return made;
    const text = this.#files.get(path)?.text ?? '';
    const placesOf = (places: FactPlaces): FactPlaces =>
      Object.fromEntries(
        Object.entries(places).map(([name, span]) => [name, moved(span, good, text) ?? { start: 0, end: 0 }]),
      );
    const extracted = made.extracted.map((one) => ({ ...one, places: placesOf(one.places) }));
    return { ...made, extracted, ignores: [] };
  }

  /** A finding of the last text that could be read, at its place in the present one; undefined where that was changed. */
  #typedOver(path: string, raw: RawFinding): RawFinding | undefined {
    const good = this.#good.get(path);
    if (good === undefined) return raw;
    const anchor = moved(raw.anchor, good, this.#files.get(path)?.text ?? '');
    return anchor === undefined ? undefined : { ...raw, anchor, related: [] };
  }
}
