/** Writes to the configuration that a rule is off: the nearest `.seaworthy.yaml` above a document, else a new one in its folder. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName } from '../../rules/engine/settings/configuration.ts';
import { disableRule } from '../../rules/engine/settings/disable-rule.ts';
import { LineTable } from '../../rules/text/source.ts';
import { isRefusal } from '../../rules/yaml/change.ts';
import { toRange } from './convert.ts';
import type { Session } from './session.ts';

export interface TurnOffQuestion {
  /** The document that the rule spoke of. */
  readonly uri: string;
  readonly rule: string;
}

/** @returns why it cannot be written, for a document without a folder, a configuration elsewhere or one with errors. */
export async function turnOffIn(
  session: Session,
  { uri, rule }: TurnOffQuestion,
): Promise<WorkspaceEdit | { readonly refused: string }> {
  const found = await session.configurationOf(uri);
  if (found === undefined)
    return { refused: `There is no folder for a ${configurationFileName}, or the one there is a link out of it.` };
  const { path, text = '' } = found;
  const edits = disableRule(text, rule);
  if (isRefusal(edits)) return edits;
  const lines = new LineTable(text);
  const target = session.uriOf(path);
  const change = {
    textDocument: { uri: target, version: session.versionOf(target) },
    edits: edits.map(({ text: newText, ...span }) => ({ range: toRange(lines, span), newText })),
  };
  const create = { kind: 'create', uri: target, options: { ignoreIfExists: true } } as const;
  return { documentChanges: found.text === undefined ? [create, change] : [change] };
}
