/** What an entry of the menu is made of. A file beside this one says for its entry when it is offered and what it does; `index.ts` lists them. */
import { CodeActionKind, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { NewFile } from '../../../rules/contract/finding.ts';
import type { Finding, ResolvedFix } from '../../../rules/engine/findings/finding.ts';
import { isNotice } from '../../../rules/engine/findings/notices.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import type { AnalysedDocument } from '../analysed-document.ts';
import type { Client } from '../client.ts';
import type { Shown } from '../presentation.ts';

/** What is fixed in bulk, as editors ask for it and run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.seaworthy` as const;

/** The kinds that entries of the menu have, which the server declares when it starts. Source: LSP 3.17, CodeActionKind. */
export const offeredKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] as const;

/** One of the kinds that are declared. */
export type OfferedKind = (typeof offeredKinds)[number];

/** How an action is found again when it is chosen; the client keeps it meanwhile. */
export interface Choice {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** Where an action leads back to. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly choice: Choice;
}

/** One squiggle that the menu is about. */
export interface Problem {
  readonly document: AnalysedDocument;
  /** Which commands of its own the client has. */
  readonly client: Pick<
    Client,
    'configuresRules' | 'previewsFixes' | 'asksReasons' | 'createsFiles' | 'resolvesActions'
  >;
  /** What the squiggle stands for; several are those of one container. */
  readonly findings: readonly Finding[];
  readonly first: Finding;
  /** Rules that spoke, without notices. */
  readonly rules: readonly string[];
}

/** One entry of the menu: an edit, by the choice that makes it, or a command of the client. Without a kind it is a quick fix. */
export type Offer = { readonly title: string; readonly kind?: OfferedKind } & (
  | {
      readonly choice: Choice;
      /** It is the preferred action of its problem unless an offer before it is. */
      readonly isPreferable?: boolean;
    }
  | { readonly command: string; readonly arguments: readonly unknown[] }
);

/** What offers entries for a problem. */
export interface Entry {
  offer(problem: Problem): readonly Offer[];
}

/** What offers entries for all problems of a menu together. */
export interface SharedEntry {
  /** @param problems the worst first; at least one. */
  offerForAll(problems: readonly Problem[]): readonly Offer[];
}

/** An edit that can be chosen. */
export interface EditKind {
  /** That of its choices. */
  readonly kind: string;
  /** Reads a choice of its kind as it came back from the client. @returns what makes its edit; undefined when it is not as it was handed out. */
  read(choice: Choice): MakeEdits | undefined;
}

/** @param reason of an ignore. @throws ResponseError when the edit cannot be made any more. */
export type MakeEdits = (document: AnalysedDocument, reason: string) => readonly TextEdit[] | FileEdits;

/** Edits of a file, and files that are added beside it. */
export interface FileEdits {
  /** Another one than the menu was opened in. */
  readonly path?: string;
  readonly edits: readonly TextEdit[];
  readonly creates?: readonly NewFile[];
}

export function problemOf(document: AnalysedDocument, { findings }: Shown, client: Problem['client']): Problem {
  const [first] = findings as [Finding];
  const rules = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !isNotice(rule));
  return { document, client, findings, first, rules };
}

/** What is saved nowhere belongs to no folder. */
export const isInFolder = ({ uri }: AnalysedDocument): boolean => !uri.startsWith('untitled:');

/** @throws ResponseError ContentModified when the finding of a choice is gone. */
export function findingOf({ workspace, path }: AnalysedDocument, fingerprint: string): Finding {
  const found = workspace.findings(path).find((finding) => finding.fingerprint === fingerprint);
  if (found === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The problem is gone.');
  return found;
}

/** @throws ResponseError when there is no such fix any more, or it is refused. */
export function editsOfFix(fix: ResolvedFix | undefined): FileEdits {
  if (fix === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The fix is gone.');
  if ('refused' in fix) throw new ResponseError(ErrorCodes.InvalidRequest, fix.refused);
  return fix;
}
