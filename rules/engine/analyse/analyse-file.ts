/** Makes the record of one file from its text, in the context that other files give it. */

import { type FileContext, sameFileContext } from '../../facts/questions/file-context.ts';
import { LineTable } from '../../text/source.ts';
import type { RuleSet } from '../settings/rule-set.ts';
import type { Charts } from './charts/charts.ts';
import { cachedDocumentUnit, manifestAnalysis, withoutTree } from './document-analysis.ts';
import type { FileLinks } from './file-links.ts';
import {
  type DocumentRecord,
  type FileRecord,
  type FileState,
  factsOfUnits,
  recordsOf,
  stateOf,
} from './file-record.ts';
import { type FileInput, readSource } from './source-file.ts';
import type { Neighbourhood } from './units/deployment-units.ts';

/** How a text is read; without options it is read once and let go. */
export interface AnalyseOptions {
  /** Keep the tree, so that fixes can be computed and the next version reuses unchanged documents. */
  readonly retain?: boolean;
}

/** What the files around a file make of it, and it of them. */
export interface Around {
  readonly links: FileLinks;
  readonly charts: Charts;
  readonly neighbourhood: Neighbourhood;
}

/** @param previous the last record of the same file. @param around learns what the file says of others. */
export function analyseFile(
  input: FileInput,
  previous: FileRecord | undefined,
  rules: RuleSet,
  { links, charts, neighbourhood }: Around,
  { retain = false }: AnalyseOptions,
): FileRecord {
  const { path, text, ...rest } = input;
  const source = readSource(input, previous?.source, links.kustomizations.isPatch(path));
  let state: FileState | undefined;
  const analysed = (fileContext: FileContext): readonly DocumentRecord[] => {
    const part = charts.update(path, text, { rules, fileContext });
    state = part?.state;
    return part?.units ?? recordsOf(source, text, rules, fileContext, retain ? cachedDocumentUnit : manifestAnalysis);
  };
  // The same object as long as it says the same: each document is remembered with it.
  const contextOf = (of: readonly DocumentRecord[]): FileContext => {
    const found = links.contextOf(path, rules, of, neighbourhood);
    return previous !== undefined && sameFileContext(found, previous.fileContext) ? previous.fileContext : found;
  };
  let fileContext = contextOf(previous?.units ?? []);
  let units = analysed(fileContext);
  links.learn(path, factsOfUnits(units));
  links.learnText(path, text);
  // Which namespaces its workloads are in, and what these require, may stand in this very text.
  const settled = contextOf(units);
  if (!sameFileContext(settled, fileContext)) {
    fileContext = settled;
    units = analysed(fileContext);
  }
  return {
    input: { path, ...rest },
    text: retain ? text : undefined,
    source: retain ? source : undefined,
    lines: 'source' in source ? source.source.lines : state === undefined ? undefined : new LineTable(text),
    state: state ?? stateOf(source, units),
    rules,
    units: retain ? units : units.map(({ offset, unit }) => ({ offset, unit: withoutTree(unit) })),
    kustomization: source.kind === 'manifest' ? source.kustomization : undefined,
    fileContext,
    chart: charts.folderOf(path),
  };
}
