/** What is known of the layers of images that are built here, at the instructions of their Dockerfile that made them. Looks only into what is kept. */
import type { Diagnostic } from 'vscode-languageserver';
import type { Workspace } from '../../rules/engine/workspace.ts';
import { normalised } from '../../rules/facts/questions/images.ts';
import { type Dockerfile, parseDockerfile } from '../../rules/model/dockerfile/file.ts';
import { visible } from '../../rules/text/visible.ts';
import { madeBy } from '../scanners/built-layers.ts';
import { countsOf, levels, type Vulnerability } from '../scanners/report.ts';
import type { ScanResult } from '../scanners/result.ts';
import { toRange } from './convert.ts';
import type { ImageResults } from './image-results.ts';
import type { ImageSettings } from './image-settings.ts';
import { namedEverywhere } from './placed-images.ts';

/** Code of the problem at an instruction. */
const code = 'known-vulnerabilities';

/** One problem at each instruction whose layer brings known vulnerabilities. */
export function layerDiagnostics(
  workspace: Workspace,
  path: string,
  settings: ImageSettings,
  images: ImageResults,
): Diagnostic[] {
  const { level } = settings;
  const lines = workspace.lines(path);
  const text = workspace.text(path);
  if (level === undefined || lines === undefined || text === undefined) return [];
  if (workspace.facts(path).byKind.dockerfile.every(({ ref }) => ref.file !== path)) return [];
  return namedEverywhere(workspace).flatMap((image): Diagnostic[] => {
    const { build, uses, reference } = image;
    const [use] = uses;
    if (build?.certain !== true || build.dockerfile.ref.file !== path || use === undefined) return [];
    const result = images.resultOf(workspace, use, settings);
    if (result === undefined) return [];
    return own(result, parseDockerfile(text), build.stage.name).map(({ span, vulnerabilities }) => ({
      range: toRange(lines, span),
      severity: level,
      source: 'seaworthy',
      code,
      message: visible(`${wordsOf(vulnerabilities)}: in this layer of ${normalised(reference)} (${result.title})`),
    }));
  });
}

function own(
  { report }: ScanResult,
  dockerfile: Dockerfile,
  stageName: string | undefined,
): readonly {
  readonly span: { readonly start: number; readonly end: number };
  readonly vulnerabilities: readonly Vulnerability[];
}[] {
  const stage =
    stageName === undefined ? dockerfile.stages.at(-1) : dockerfile.stages.find(({ name }) => name === stageName);
  const instructions = stage?.inForce.filter(({ keyword }) => keyword !== 'FROM') ?? [];
  const made = madeBy(
    report.steps ?? [],
    instructions.map(({ keyword, argument }) => ({ keyword, text: argument.text })),
  );
  if (made === undefined) return [];
  return instructions.flatMap(({ keywordSpan }, at) => {
    const vulnerabilities = report.vulnerabilities.filter(({ layer }) => layer !== undefined && made.get(layer) === at);
    return vulnerabilities.length === 0 ? [] : [{ span: keywordSpan, vulnerabilities }];
  });
}

function wordsOf(vulnerabilities: readonly Vulnerability[]): string {
  const { bySeverity, fixable } = countsOf(vulnerabilities);
  const counts = levels.flatMap((level) => (bySeverity[level] === 0 ? [] : `${bySeverity[level]} ${level}`)).join(', ');
  return `Known vulnerabilities: ${counts}${fixable === 0 ? '' : `; ${fixable} with a fix`}`;
}
