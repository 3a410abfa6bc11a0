/** What entries share that fix several findings of a file at once. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { differences } from '../../../rules/text/difference.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import { TooLong } from '../time-limit.ts';
import type { Problem } from './code-action.ts';

/** Whether the problem is one finding that can be fixed without a value of the author's. */
export const isFixable = ({ findings, first }: Problem): boolean =>
  findings.length === 1 && first.fix !== undefined && first.fix !== 'template';

/**
 * @param level `review` includes safe fixes. @param rule fixes of this rule alone; left out: of all.
 * @throws ResponseError RequestFailed when it takes too long.
 */
export function editsInBulk(
  { workspace, path, text }: AnalysedDocument,
  level: 'safe' | 'review',
  rule?: string,
): readonly TextEdit[] {
  try {
    const done = workspace.fixAll(path, level, rule === undefined ? undefined : new Set([rule]));
    return done === undefined ? [] : differences(text, done.text);
  } catch (error) {
    if (error instanceof TooLong) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}
