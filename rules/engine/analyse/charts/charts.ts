/**
 * The charts of a workspace: which files belong to one, what its templates state, and where findings of what they make are told. Must not know how
 * they are rendered.
 */
import { chartsOfHelmfile, type DeployedChart, isHelmfile } from '../../../model/kubernetes/deployed-charts.ts';
import type { ChartFile } from '../../../model/template/chart/chart.ts';
import { LineTable } from '../../../text/source.ts';
import { Field } from '../../../yaml/field.ts';
import { parseDocument, parseWithoutTemplates } from '../../../yaml/parse.ts';
import { slices } from '../../../yaml/stream.ts';
import { ignoresOfDocument } from '../../findings/suppress.ts';
import type { RawFinding } from '../analyze.ts';
import type { DocumentAnalysis } from '../document-analysis.ts';
import type { DocumentRecord, FileRecord, FileState } from '../file-record.ts';
import { ChartFolder } from './chart-folder.ts';
import { ChartReleases } from './chart-releases.ts';
import { isTemplatePath, isTrialPath } from './scenarios.ts';
import type { Judge, JudgedTemplate } from './template-analysis.ts';

/** What a file of a chart states. */
export interface ChartPart {
  readonly units: readonly DocumentRecord[];
  /** Undefined where the file is no template. */
  readonly state: FileState | undefined;
}

/** A chart and the path of a file below its folder. */
interface Member {
  readonly chart: ChartFolder;
  readonly path: string;
}

/** All charts of a workspace, by their folders. */
export class Charts {
  readonly #charts = new Map<string, ChartFolder>();
  /** Folders of charts that render something else than when they were asked about last. */
  #changed = new Set<string>();
  /** What was told of each file last. */
  readonly #told = new Map<string, string>();
  readonly #releases = new ChartReleases();

  fork(): Charts {
    const copy = new Charts();
    for (const [folder, chart] of this.#charts) copy.#charts.set(folder, chart.fork());
    copy.#changed = new Set(this.#changed);
    for (const [path, told] of this.#told) copy.#told.set(path, told);
    copy.#releases.take(this.#releases);
    return copy;
  }

  /** All files of a chart as they are on disk. @param isOpen a document stands for the file. */
  give(folder: string, files: readonly ChartFile[], isOpen: (path: string) => boolean = () => false): void {
    const chart = this.#charts.get(folder) ?? new ChartFolder(folder);
    this.#charts.set(folder, chart);
    chart.give(files, isOpen);
    chart.deployAs(this.#releases.of(folder));
    this.#changed.add(folder);
  }

  has(folder: string): boolean {
    return this.#charts.has(folder);
  }

  /** The folder is that of no chart any more. @returns its files, which stand for themselves from now on and have to be given again. */
  forget(folder: string): readonly string[] {
    const files = (this.#charts.get(folder)?.editable ?? []).map((path) => `${folder}/${path}`);
    this.#charts.delete(folder);
    this.#changed.delete(folder);
    for (const path of files) this.#told.delete(path);
    return files;
  }

  clear(): void {
    this.#charts.clear();
    this.#changed.clear();
    this.#told.clear();
    this.#releases.clear();
  }

  /** A file has charts deployed. @param root the folder that its paths may begin at. */
  learnReleases(path: string, root: string, releases: readonly DeployedChart[]): void {
    this.#deployAnew(this.#releases.learn(path, root, releases));
  }

  /** What a file of no chart says of charts: values, or what Helmfile deploys. @param text undefined when it is gone. */
  #learnOf(path: string, text: string | undefined): void {
    this.#deployAnew(this.#releases.learnText(path, text));
    if (!isHelmfile(path)) return;
    const roots = slices(text ?? '').map(({ slice }) => Field.root(parseDocument(slice), true));
    // Under a name that no file has: what objects in the file deploy is told under its own.
    this.#deployAnew(this.#releases.learn(`${path}\0`, '', roots.flatMap(chartsOfHelmfile)));
  }

  #deployAnew(folders: readonly string[]): void {
    for (const folder of folders) {
      const chart = this.#charts.get(folder);
      if (chart === undefined) continue;
      chart.deployAs(this.#releases.of(folder));
      this.#changed.add(folder);
    }
  }

  /** The folder of the chart that a file belongs to. */
  folderOf(path: string): string | undefined {
    return this.#memberOf(path)?.chart.folder;
  }

  /** The file is as given, and is judged so. @returns what it states; undefined for a file of no chart, and one that only tells of itself. */
  update(path: string, text: string, judge: Judge): ChartPart | undefined {
    const member = this.#memberOf(path);
    if (member === undefined) {
      this.#learnOf(path, text);
      return undefined;
    }
    const { chart, path: own } = member;
    if (chart.setText(own, text)) this.#changed.add(chart.folder);
    if (isTemplatePath(own)) {
      chart.judgeBy(own, judge);
      return partOf(chart, own);
    }
    // What is installed for trials beside the chart is for a day.
    if (isTrialPath(own)) return { units: [], state: { kind: 'other' } };
    return own === 'Chart.yaml' ? { units: packedUnits(chart, judge), state: stateOfChart(chart) } : undefined;
  }

  /** The text of a file of a chart. */
  text(path: string): string | undefined {
    const member = this.#memberOf(path);
    return member?.chart.text(member.path);
  }

  /** Names of charts that the chart of a file asks for and does not hold. */
  missing(path: string): readonly string[] {
    return this.#memberOf(path)?.chart.missing ?? [];
  }

  /** What the chart of a file renders to, as a text for people; empty for a file of no chart. */
  shown(path: string): string {
    const member = this.#memberOf(path);
    return member === undefined ? '' : member.chart.shown(member.path);
  }

  /** The lines of a file of a chart. */
  lines(path: string): LineTable | undefined {
    const text = this.text(path);
    return text === undefined ? undefined : new LineTable(text);
  }

  /** Files of the chart of a file, itself among them, that people edit; none for a file of no chart. */
  making(path: string): readonly string[] {
    const member = this.#memberOf(path);
    return member === undefined ? [] : member.chart.editable.map((own) => `${member.chart.folder}/${own}`);
  }

  /** Nothing is said of the file any more. */
  remove(path: string): void {
    const member = this.#memberOf(path);
    if (member === undefined) this.#learnOf(path, undefined);
    else member.chart.leave(member.path);
  }

  /** Templates that may state something else than when they were given, and files that other findings may land on. */
  takeChanged(): { readonly stating: readonly string[]; readonly showing: readonly string[] } {
    const charts = [...this.#changed].flatMap((folder) => this.#charts.get(folder) ?? []);
    this.#changed = new Set();
    const at = (paths: (chart: ChartFolder) => readonly string[]): readonly string[] =>
      charts.flatMap((chart) => paths(chart).map((path) => `${chart.folder}/${path}`));
    return {
      stating: at((chart) => [...new Set([...chart.restated(), ...(chart.packed.length === 0 ? [] : ['Chart.yaml'])])]),
      showing: at(({ paths }) => paths).filter((path) => this.#isToldAnew(path)),
    };
  }

  #isToldAnew(path: string): boolean {
    const member = this.#memberOf(path);
    const landed = member?.chart.landedOn(member.path) ?? [];
    const told = landed
      .map(({ rule, anchor, message }) => `${rule.id} ${anchor.start} ${anchor.end} ${message}`)
      .join('\n');
    if ((this.#told.get(path) ?? '') === told) return false;
    if (told === '') this.#told.delete(path);
    else this.#told.set(path, told);
    return true;
  }

  /** A file with what is found in what it is a part of. */
  withLanded(record: FileRecord): FileRecord {
    const member = this.#memberOf(record.input.path);
    const landed = member?.chart.landedOn(member.path) ?? [];
    if (member === undefined || landed.length === 0) return record;
    const text = member.chart.text(member.path) ?? '';
    const units = record.units.length === 0 ? unitsOfText(text) : record.units;
    return {
      ...record,
      lines: record.lines ?? new LineTable(text),
      state:
        record.state.kind === 'analysed'
          ? record.state
          : { kind: 'analysed', type: 'manifest', resources: 0, problems: [] },
      units: units.map((unit, i) => withFindings(unit, units[i + 1]?.offset ?? text.length + 1, landed)),
    };
  }

  #memberOf(path: string): Member | undefined {
    if (this.#charts.size === 0) return undefined;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const chart = this.#charts.get(path.slice(0, at));
      if (chart !== undefined) return { chart, path: path.slice(at + 1) };
    }
    return undefined;
  }
}

/** Once for a chart: what is known of it only in part. */
function stateOfChart({ missing }: ChartFolder): FileState | undefined {
  if (missing.length === 0) return undefined;
  const is = missing.length === 1 ? 'is' : 'are';
  return {
    kind: 'skipped',
    reason: `${missing.join(', ')} ${is} not in charts/, and nothing is said of what hangs on that; helm dependency build fetches it`,
  };
}

function partOf(chart: ChartFolder, path: string): ChartPart {
  const state = chart.state(path);
  if ('refused' in state) {
    // A file of parts, such as `_helpers.tpl`, makes nothing by itself.
    const isPart = /(?:^|\/)_[^/]*$/.test(path);
    return {
      units: [],
      state: isPart ? { kind: 'other' } : { kind: 'skipped', reason: `Helm template: ${state.refused}` },
    };
  }
  const { judged } = state;
  return {
    units: [unitOf(judged, chart.isVendored(path))],
    state: { kind: 'analysed', type: 'manifest', resources: judged.resources, problems: [] },
  };
}

const unitOf = (
  { extracted, ignores, deployment, resources }: JudgedTemplate,
  isVendored: boolean,
): DocumentRecord => ({
  offset: 0,
  unit: {
    analysis: { findings: [], failures: [], resources: [], resourceCount: resources },
    ignores,
    extracted,
    document: undefined,
    refusal: undefined,
    deployment,
    rendered: isVendored ? 'vendored' : 'own',
  },
});

/** What lies in archives is deployed with the chart. */
const packedUnits = (chart: ChartFolder, judge: Judge): readonly DocumentRecord[] =>
  chart.packed.flatMap((path) => {
    const state = chart.state(path, judge);
    return 'judged' in state ? [unitOf({ ...state.judged, ignores: [] }, true)] : [];
  });

/** The documents of a text that states nothing by itself, such as values. */
const unitsOfText = (text: string): readonly DocumentRecord[] =>
  slices(text).map(({ offset, slice }, i) => {
    const document = parseWithoutTemplates(slice);
    const unit: DocumentAnalysis = {
      analysis: { findings: [], failures: [], resources: [], resourceCount: 0 },
      ignores: ignoresOfDocument(document, [], i === 0),
      extracted: [],
      document,
      refusal: undefined,
    };
    return { offset, unit };
  });

/** @param end of the document in the file. @param landed in offsets of the file. */
function withFindings({ offset, unit }: DocumentRecord, end: number, landed: readonly RawFinding[]): DocumentRecord {
  const own = landed.filter(({ anchor }) => anchor.start >= offset && anchor.start < end);
  if (own.length === 0) return { offset, unit };
  const findings = own.map((raw) => ({
    ...raw,
    anchor: { start: raw.anchor.start - offset, end: raw.anchor.end - offset },
    related: raw.related.map((one) => ({
      ...one,
      anchor: { start: one.anchor.start - offset, end: one.anchor.end - offset },
    })),
  }));
  return {
    offset,
    unit: { ...unit, analysis: { ...unit.analysis, findings: [...unit.analysis.findings, ...findings] } },
  };
}
