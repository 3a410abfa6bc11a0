/** What the client and the language server say to each other of images and their vulnerabilities. Types alone, as in `protocol.ts`. */
import type { Position, Range } from 'vscode-languageserver';

export interface ScanImageParams {
  readonly uri: string;
  /** In the name of an image; left out: all images that the document names. */
  readonly position?: Position | null;
  /** The user trusts the workspace; without that nothing is run. */
  readonly isTrusted: boolean;
  /** Scanners that may send what they send: the user was told what that is. */
  readonly agreed?: readonly string[] | null;
}

/** The scanner of the settings sends something to somebody; nothing was run yet. */
export interface ScanConsent {
  readonly scanner: string;
  /** As people call it. */
  readonly title: string;
  /** A clause: what goes to whom. */
  readonly sends: string;
}

/** What a scan says of an image, in a line, or why it says nothing. Texts are made visible. */
export type ScannedImage = { readonly image: string } & (
  | { readonly summary: string }
  | {
      readonly failure: string;
      /** The scanner's own words; may be empty. */
      readonly detail: string;
    }
);

export interface VerifyImageParams {
  readonly uri: string;
  /** In the name of an image. */
  readonly position: Position;
  /** The user trusts the workspace; without that nothing is run. */
  readonly isTrusted: boolean;
}

/** Whether an image is signed by those whom the configuration names. Texts are made visible. */
export interface VerifiedImage {
  readonly image: string;
  /** `no-identity`: nobody is named, and nothing was asked. */
  readonly state: 'verified' | 'not-verified' | 'unknown' | 'no-identity';
  /** Empty where it is verified or nobody is named. */
  readonly message: string;
  /** The program's own words; may be empty. */
  readonly detail: string;
}

/** A known vulnerability of an image. Texts are made visible. */
export interface ListedVulnerability {
  readonly id: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'negligible' | 'unknown';
  /** Name and version. */
  readonly package: string;
  /** Versions that are without it; empty for none. */
  readonly fixed: string;
  readonly title: string;
  /** An address of `https`. */
  readonly link?: string;
  /** It is of the image that it is built on. */
  readonly isOfBase: boolean;
  readonly isExploited: boolean;
  /** Until which day somebody accepted it, and why; left out for nobody. */
  readonly accepted?: string;
}

/** An image that files of the open folders name. Texts are made visible. */
export interface ListedImage {
  /** The whole reference. */
  readonly image: string;
  readonly platform?: string;
  /** Something here builds it under this name. */
  readonly isBuilt: boolean;
  /** At least one. */
  readonly uses: readonly { readonly uri: string; readonly range: Range }[];
  /** Left out for what nobody scanned. */
  readonly known?: {
    /** One line, with counts and the date of the database. */
    readonly summary: string;
    readonly isStale: boolean;
    readonly bySeverity: { readonly [severity in ListedVulnerability['severity']]: number };
    readonly fixable: number;
    /** What somebody accepted, which stands in no other count. */
    readonly accepted: number;
  };
}

/** What is known of the image at a position. */
export interface ImageVulnerabilities {
  readonly image: string;
  /** One line, with counts and the date of the database. */
  readonly summary: string;
  /** It is older than the settings say. */
  readonly isStale: boolean;
  /** The worst first; those that are accepted last. */
  readonly vulnerabilities: readonly ListedVulnerability[];
  /** Somebody said already what does not affect an image here; without that, a new document needs an author. */
  readonly hasDocument: boolean;
  /** As `2026-12-31`. */
  readonly today: string;
  /** A day until which one may be accepted. */
  readonly proposedEnd: string;
}

export interface ImageAtParams {
  readonly uri: string;
  /** In the name of an image. */
  readonly position: Position;
}

export interface AcceptVulnerabilityParams extends ImageAtParams {
  readonly id: string;
  readonly reason: string;
  /** As `2026-12-31`. */
  readonly until: string;
}

export interface NotAffectedParams extends ImageAtParams {
  readonly id: string;
  readonly justification: string;
  /** Why, in a sentence. */
  readonly impact: string;
  /** Who says so, for a new document. */
  readonly author: string;
}
