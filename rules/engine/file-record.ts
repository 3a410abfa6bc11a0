/** What is kept of one file: its units where they stand, and what they were analysed with. Must not know of other files. */
import type { Kustomization } from '../model/kubernetes/kustomization.ts';
import type { LooseFact } from '../model/workspace/facts.ts';
import type { Overlay } from '../model/workspace/overlay.ts';
import { detached } from '../text/detached.ts';
import { type LineTable, type Span, shifted } from '../text/source.ts';
import type { RawFinding } from './analyze.ts';
import { placeOf } from './assemble.ts';
import { remapped } from './hold.ts';
import type { RuleSet } from './rule-set.ts';
import type { FileInput, SourceFile } from './source-file.ts';
import { type AnalyzedUnit, composeUnit, type DocumentUnit, dockerfileUnit, tellingUnit } from './unit.ts';

/** What became of a file. */
export type FileState =
  | {
      readonly kind: 'analysed';
      readonly type: 'manifest' | 'dockerfile' | 'compose';
      readonly resources: number;
      /** Syntax errors: what could be read was analysed all the same. */
      readonly problems: readonly { readonly span: Span; readonly message: string }[];
      /** Some findings are those of the last readable version, see `hold`. */
      readonly held: boolean;
    }
  /** Neither a manifest nor a Dockerfile. */
  | { readonly kind: 'other' }
  | { readonly kind: 'skipped'; readonly reason: string };

/** A unit of a file where it stands. */
export interface UnitRecord {
  readonly offset: number;
  readonly unit: AnalyzedUnit;
  /** Findings of the last readable version, moved to where their text is now. */
  readonly held: readonly RawFinding[] | undefined;
}

export interface FileRecord {
  readonly input: Omit<FileInput, 'text'>;
  /** Kept only while retained. */
  readonly text: string | undefined;
  readonly source: SourceFile | undefined;
  readonly lines: LineTable | undefined;
  readonly state: FileState;
  readonly rules: RuleSet;
  readonly units: readonly UnitRecord[];
  readonly kustomization: Kustomization | undefined;
  readonly overlay: Overlay;
}

/** Where a place of a fact begins and ends, in lines and columns. */
export function positionOf(record: FileRecord | undefined, ordinal: number, place: string): string {
  const at = record === undefined ? undefined : placeOf(record, ordinal, place);
  if (at === undefined) return '';
  const [from, to] = [record?.lines?.positionAt(at.span.start), record?.lines?.positionAt(at.span.end)];
  return `${from?.line}:${from?.character}-${to?.line}:${to?.character}`;
}

export const factsOfUnits = (units: readonly UnitRecord[]): readonly LooseFact[] =>
  units.flatMap(({ unit }) => unit.extracted.map(({ fact }) => fact));

export function unitsOf(
  source: SourceFile,
  text: string,
  rules: RuleSet,
  overlay: Overlay,
  previous: FileRecord | undefined,
  unitOf: DocumentUnit,
): readonly UnitRecord[] {
  if (source.kind === 'dockerfile')
    return [{ offset: 0, unit: dockerfileUnit(source.dockerfile, text, rules), held: undefined }];
  if (source.kind === 'telling') return [{ offset: 0, unit: tellingUnit(source.extracted), held: undefined }];
  if (source.kind !== 'manifest' && source.kind !== 'compose') return [];
  const { documents } = source.stream;
  return documents.map(({ offset, document }, i) => {
    const unit =
      source.kind === 'compose' ? composeUnit(document, rules, i === 0) : unitOf(document, rules, overlay, i === 0);
    const before = previous?.units.length === documents.length ? previous.units[i] : undefined;
    return { offset, unit, held: before === undefined ? undefined : remapped(before, unit) };
  });
}

export function stateOf(source: SourceFile, units: readonly UnitRecord[]): FileState {
  if (source.kind === 'other' || source.kind === 'skipped') return source;
  if (source.kind === 'telling') return { kind: 'other' };
  const held = units.some((unit) => unit.held !== undefined);
  if (source.kind === 'dockerfile') return { kind: 'analysed', type: 'dockerfile', resources: 0, problems: [], held };
  const resources = units.reduce((sum, { unit }) => sum + unit.analysis.resourceCount, 0);
  const problems = units.flatMap(({ offset, unit }) =>
    (unit.document?.problems ?? []).map(({ message, ...span }) => ({
      span: shifted(span, offset),
      message: detached(message),
    })),
  );
  if (source.kind === 'compose') return { kind: 'analysed', type: 'compose', resources, problems, held };
  if (resources === 0 && source.kustomization === undefined && !/^["']?kind["']?\s*:/m.test(source.source.text))
    return { kind: 'other' };
  return { kind: 'analysed', type: 'manifest', resources, problems, held };
}
