/**
 * What the client and the language server say to each other beyond the Language Server Protocol: requests, notifications, ids of commands and what
 * all of them carry. Must not import anything but types, since the client's bundle is free of the server.
 */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Severity } from '../rules/contract/finding.ts';
import type { Plan } from '../rules/engine/attack-plan.ts';
import type { Radius } from '../rules/engine/blast-radius.ts';
import type { Framework } from '../rules/engine/settings/settings.ts';
import type {
  AcceptVulnerabilityParams,
  ImageAtParams,
  ImageVulnerabilities,
  ListedImage,
  NotAffectedParams,
  ScanConsent,
  ScanImageParams,
  ScannedImage,
  VerifiedImage,
  VerifyImageParams,
} from './protocol/images.ts';

/** Commands that the server's menus lead to. A client says when it begins which of them it has, and is offered no other. */
export const clientCommands = {
  /** Arguments: a rule's id. */
  openRulePage: 'seaworthy.openRulePage',
  /** Arguments: a rule's id, the data of an action that fixes it in the document. */
  fixAllOfRule: 'seaworthy.fixAllOfRule',
  /** Arguments: a list of `IgnoreChoice`. */
  ignore: 'seaworthy.ignore',
  /** Arguments: a list of rules' ids, the URI of the document that they spoke of; null where no configuration can count for it. */
  explainRule: 'seaworthy.explainRule',
  /** Without arguments. */
  showAttackPaths: 'seaworthy.showAttackPaths',
  /** Arguments: the URI of a document, a position in it. */
  showBlastRadius: 'seaworthy.showBlastRadius',
  /** Arguments: the URI of a document, a position in it. */
  scanImage: 'seaworthy.scanImage',
  /** Arguments: the URI of a document, a position in it. */
  verifyImage: 'seaworthy.verifyImage',
  /** Arguments: the URI of a document, a position in it. */
  acceptVulnerability: 'seaworthy.acceptVulnerability',
  /** Arguments: the URI of a document, a position in it. */
  notAffected: 'seaworthy.notAffected',
} as const;

/** The command of the server, for `workspace/executeCommand`: scans the folders and files that its arguments name by URI, without any all folders. Its result is a `ScanResult`, or null when it was cancelled. */
export const scanCommand = 'seaworthy.server.scan';

export interface ScanResult {
  /** Manifests, Dockerfiles and Compose files that were analysed. */
  readonly files: number;
  /** Those of them with findings. */
  readonly filesWithFindings: number;
  /** Single findings, those of a group counted each. */
  readonly findings: number;
  /** Diagnostics that show them, as the editor counts. */
  readonly places: number;
}

/** The blast radius of a workload, with files by their URI. */
export type BlastRadius = Radius<{ readonly uri: string }>;

export interface BlastRadiusParams {
  readonly uri: string;
  /** Anywhere in the workload. */
  readonly position: Position;
}

export interface AttackPathsParams {
  /** Anything in the folder that is asked about; left out: all folders. */
  readonly uri?: string | null;
  /** How many assumptions one way may make; left out: one. */
  readonly assume?: 'one' | 'any' | null;
}

/** Attack paths with the edits that close them, with files by their URI. */
export type AttackPaths = Plan<{ readonly uri: string }>;

export interface ClosePathsParams extends AttackPathsParams {
  /** Ids of the edits that were chosen. */
  readonly edits: readonly string[];
}

/** What closes attack paths. */
export interface ClosedPaths {
  /** Asks to be confirmed; null when nothing is to be changed. */
  readonly edit: WorkspaceEdit | null;
  /** Edits that no fix makes, and why. */
  readonly unmade: readonly { readonly edit: string; readonly reason: string }[];
  /** Ways that are left, all of it taken. */
  readonly left: number;
}

/** The kind of code actions that asks for the best fix of every problem of a range, and nothing else. */
export const bestFixKind = 'quickfix.seaworthy.best';

/** A way to ignore a problem. */
export interface IgnoreChoice {
  /** What it hides, and where. */
  readonly title: string;
  /** The problem. */
  readonly message: string;
  /** For `seaworthy/ignore`, unchanged. */
  readonly action: unknown;
}

/** One finding of the list of all. */
export interface ListedFinding {
  readonly uri: string;
  readonly range: Range;
  readonly rule: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  /** The object it is about; left out for Dockerfiles and Compose files. */
  readonly resource?: { readonly kind: string; readonly name: string; readonly namespace?: string };
  /** What it is about can be reached from outside of the cluster. */
  readonly isReached: boolean;
  readonly isFixable: boolean;
  /** Standards that ask for what it lacks. */
  readonly frameworks: readonly Framework[];
  /** The same as long as it is the same finding, also when lines move. */
  readonly fingerprint: string;
}

export interface ConfigureRuleParams {
  /** The document that the rule spoke of. */
  readonly uri: string;
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** The configuration that is changed or made: the nearest above the document, that of its folder, or that of the workspace folder. */
  readonly where: 'nearest' | 'folder' | 'workspace';
  /** Why; written beside it. */
  readonly reason?: string | null;
}

/** An edit of a configuration, or why it cannot be made. */
export type ConfigurationEdit = WorkspaceEdit | { readonly refused: string };

export interface IgnoreParams {
  /** What the menu gave to the client with its entry, unchanged. */
  readonly action: unknown;
  readonly reason: string;
}

export interface WorkspaceFixParams {
  /** Left out: every safe fix of every rule. */
  readonly rule?: string | null;
}

/** Fixes over all folders. */
export interface WorkspaceFixes {
  /** Asks to be confirmed. */
  readonly edit: WorkspaceEdit;
  /** Findings that it mends, all of it taken. */
  readonly fixed: number;
  /** Findings whose fix somebody has to decide on or to fill in, which it leaves. */
  readonly left: number;
}

/** Requests of the client, by method. */
export interface OwnRequests {
  /** The ways from outside to what must not fall, over what is deployed together. */
  'seaworthy/attackPaths': { params: AttackPathsParams; result: AttackPaths };
  /** A known vulnerability of an image is accepted until a day, in the nearest configuration. */
  'seaworthy/acceptVulnerability': { params: AcceptVulnerabilityParams; result: ConfigurationEdit };
  /** Null where the position is in no workload. */
  'seaworthy/blastRadius': { params: BlastRadiusParams; result: BlastRadius | null };
  /** The edits of attack paths that were chosen, made by fixes of rules. */
  'seaworthy/closePaths': { params: ClosePathsParams; result: ClosedPaths };
  /** A rule is given another severity, or switched off, in a configuration. */
  'seaworthy/configureRule': { params: ConfigureRuleParams; result: ConfigurationEdit };
  /** What counts for a file, as a text for people; empty for none. */
  'seaworthy/effectiveConfiguration': { params: { readonly uri: string }; result: string };
  /** All that is shown: of open documents, and of closed files that a scan was asked for. */
  'seaworthy/findings': { params: unknown; result: readonly ListedFinding[] };
  /** Null when the document is not open any more. */
  'seaworthy/ignore': { params: IgnoreParams; result: WorkspaceEdit | null };
  /** A file or a folder is left out by the nearest configuration. */
  'seaworthy/ignorePath': { params: { readonly uri: string }; result: ConfigurationEdit };
  /** Every image that files of the open folders name. Runs nothing. */
  'seaworthy/images': { params: unknown; result: readonly ListedImage[] };
  /** Null where no image is named, or nothing is known of it. Runs nothing. */
  'seaworthy/imageVulnerabilities': { params: ImageAtParams; result: ImageVulnerabilities | null };
  /** That a vulnerability does not affect an image is written into the OpenVEX document of the folder. */
  'seaworthy/notAffected': { params: NotAffectedParams; result: ConfigurationEdit };
  /** Whether anybody is there. */
  'seaworthy/ping': { params: unknown; result: null };
  /** What a template of a chart makes with default values, as a text for people; empty for a file of no chart. */
  'seaworthy/rendered': { params: { readonly uri: string }; result: string };
  /** All that the folders hold, as a page of VS Code; links of places are URIs of files with `#L` and the line, from 1. Empty: there is no folder. */
  'seaworthy/report': { params: unknown; result: string };
  /** Images whose answer is old are scanned again, a few at a time; how many were. */
  'seaworthy/refreshImages': { params: { readonly isTrusted: boolean }; result: number };
  /** Null where no image is named. Where there is no scanner, the first image alone says so. */
  'seaworthy/scanImage': { params: ScanImageParams; result: readonly ScannedImage[] | ScanConsent | null };
  /** Null where no image is named. */
  'seaworthy/verifyImage': { params: VerifyImageParams; result: VerifiedImage | null };
  /** Null when there is nothing to fix. */
  'seaworthy/workspaceFix': { params: WorkspaceFixParams; result: WorkspaceFixes | null };
}

/** The notification that `seaworthy/findings` would answer otherwise than before; without parameters, and at most a few times a second. */
export const findingsChanged = 'seaworthy/findingsChanged';

/** What became of one document; `seaworthy/status` tells it after each analysis. */
export interface DocumentStatus {
  readonly uri: string;
  readonly state: 'checked' | 'skipped' | 'error';
  /** Single findings, those of a group counted each. */
  readonly findings: number;
  /** Diagnostics that show them, as the editor counts. */
  readonly places: number;
  readonly durationMs: number;
  /** Why it was skipped or could not be analysed; English. */
  readonly reason?: string;
  readonly profile?: string;
}
