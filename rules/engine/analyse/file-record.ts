/** What is kept of one file: its units where they stand, and what they were analysed with. Must not know of other files. */

import type { FactWithoutRef } from '../../facts/kinds/index.ts';
import type { FileContext } from '../../facts/questions/file-context.ts';
import type { Kustomization } from '../../model/kustomize/kustomization.ts';
import { detached } from '../../text/detached.ts';
import { type LineTable, type Span, shifted } from '../../text/source.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import {
  type AnalyseDocument,
  buildContextAnalysis,
  composeAnalysis,
  type DocumentAnalysis,
  dockerfileAnalysis,
  withOwnPatches,
} from './document-analysis.ts';
import type { FileInput, SourceFile } from './source-file.ts';
import { type Purpose, purposeOf } from './units/purpose.ts';
import { isRelease } from './units/release.ts';

/** What became of a file. */
export type FileState =
  | {
      readonly kind: 'analysed';
      readonly type: 'manifest' | 'dockerfile' | 'compose';
      readonly resources: number;
      /** Syntax errors: what could be read was analysed all the same. */
      readonly problems: readonly { readonly span: Span; readonly message: string }[];
    }
  /** Neither a manifest nor a Dockerfile. */
  | { readonly kind: 'other' }
  | { readonly kind: 'skipped'; readonly reason: string };

/** A unit of a file where it stands. */
export interface DocumentRecord {
  readonly offset: number;
  readonly unit: DocumentAnalysis;
}

/** One version of one file, as it was analysed. */
export interface FileRecord {
  readonly input: Omit<FileInput, 'text'>;
  /** Kept only while retained. */
  readonly text: string | undefined;
  readonly source: SourceFile | undefined;
  readonly lines: LineTable | undefined;
  readonly state: FileState;
  readonly rules: RuleSet;
  readonly units: readonly DocumentRecord[];
  readonly kustomization: Kustomization | undefined;
  readonly fileContext: FileContext;
  /** The folder of the chart that it belongs to. */
  readonly chart: string | undefined;
}

/** The folder that nothing goes above: the root of the settings, else the one that the file was found from. */
export const rootOf = ({ input, rules }: Pick<FileRecord, 'input' | 'rules'>): string =>
  rules.settings.root === '' ? foundFrom(input) : rules.settings.root;

/** What the file is for. Somebody who asks for a folder of samples or tests, or for one file, means them. */
export function purposeOfFile(
  record: Pick<FileRecord, 'input' | 'rules' | 'units' | 'chart' | 'fileContext'>,
): Purpose | undefined {
  const { path, askedFor = '' } = record.input;
  const roots = [rootOf(record), foundFrom(record.input), askedFor];
  const purpose = purposeOf(
    path,
    roots.reduce((longest, root) => (root.length > longest.length ? root : longest)),
  );
  if ((purpose !== undefined && purpose !== 'sample') || record.chart !== undefined || askedFor === path)
    return purpose;
  if (record.fileContext.isLeftOut) return 'archive';
  const { units } = record;
  const isOfOthers = isRelease(
    units.map(({ unit }) => unit.deployment?.marks),
    units.at(-1)?.offset ?? 0,
  );
  return isOfOthers ? 'release' : purpose;
}

const foundFrom = ({ path, name = '' }: FileRecord['input']): string =>
  path.endsWith(`/${name}`) ? path.slice(0, -name.length - 1) : '';

/** @returns the facts of all documents, in the order of the text. */
export const factsOfUnits = (units: readonly DocumentRecord[]): readonly FactWithoutRef[] =>
  units.flatMap(({ unit }) => unit.extracted.map(({ fact }) => fact));

/** @param previous version of the file, whose unchanged documents are used again. @param unitOf what analyses a document. */
export function recordsOf(
  source: SourceFile,
  text: string,
  rules: RuleSet,
  fileContext: FileContext,
  unitOf: AnalyseDocument,
): readonly DocumentRecord[] {
  if (source.kind === 'dockerfile')
    return [{ offset: 0, unit: dockerfileAnalysis(source.dockerfile, text, rules, fileContext) }];
  if (source.kind === 'telling') return [{ offset: 0, unit: buildContextAnalysis(source.extracted) }];
  if (source.kind !== 'manifest' && source.kind !== 'compose') return [];
  const { documents } = source.stream;
  return documents.map(({ offset, document }, i) => {
    const own =
      source.kind === 'compose'
        ? composeAnalysis(document, rules, fileContext, i === 0)
        : unitOf(document, rules, fileContext, i === 0);
    const kustomization = source.kind === 'manifest' && i === 0 ? source.kustomization : undefined;
    return { offset, unit: kustomization ? withOwnPatches(own, document, rules, kustomization) : own };
  });
}

/** @returns what hosts are told of the file; problems in offsets of the file. */
export function stateOf(source: SourceFile, units: readonly DocumentRecord[]): FileState {
  if (source.kind === 'other' || source.kind === 'skipped') return source;
  if (source.kind === 'telling') return { kind: 'other' };
  if (source.kind === 'dockerfile') return { kind: 'analysed', type: 'dockerfile', resources: 0, problems: [] };
  const resources = units.reduce((sum, { unit }) => sum + unit.analysis.resourceCount, 0);
  const problems = units.flatMap(({ offset, unit }) =>
    (unit.document?.problems ?? []).map(({ message, ...span }) => ({
      span: shifted(span, offset),
      message: detached(message),
    })),
  );
  if (source.kind === 'compose') return { kind: 'analysed', type: 'compose', resources, problems };
  if (resources === 0 && source.kustomization === undefined && !/^["']?kind["']?\s*:/m.test(source.source.text))
    return { kind: 'other' };
  return { kind: 'analysed', type: 'manifest', resources, problems };
}
