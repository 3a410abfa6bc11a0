/** The two entries for known vulnerabilities of the image under the cursor: what can wait, and what does not affect it. The client asks which one, and why. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Span } from '../../../rules/text/source.ts';
import { clientCommands } from '../../protocol.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { toRange } from '../convert.ts';
import type { ImageResults } from '../image-results.ts';
import type { ImageSettings } from '../image-settings.ts';

/** @param selected in offsets. */
export function knownVulnerabilityActions(
  { workspace, path, uri, lines }: AnalysedDocument,
  selected: Span,
  images: ImageResults,
  settings: ImageSettings,
): readonly CodeAction[] {
  const here = images.at(workspace, path, selected.start, settings);
  if (here === undefined || here.result.report.vulnerabilities.length === 0) return [];
  const args = [uri, toRange(lines, here.span).start];
  return [
    ['Accept a known vulnerability until a day...', clientCommands.acceptVulnerability] as const,
    ['Say that a known vulnerability does not affect this image...', clientCommands.notAffected] as const,
  ].map(([title, command]) => ({
    title,
    kind: CodeActionKind.QuickFix,
    command: { title, command, arguments: args },
  }));
}
