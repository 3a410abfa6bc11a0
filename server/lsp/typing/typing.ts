/**
 * What is shown of which document while somebody types: holds the open documents against each other, and wakes up when what was typed counts as
 * written to its end. The model in words: docs/contributing/typing.md.
 */
import type { TypedText } from '../../../rules/engine/analyse/typed-text.ts';
import type { Finding } from '../../../rules/engine/findings/finding.ts';
import type { ConfigurationProblem } from '../../../rules/engine/settings/configuration.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import { lineEnd, lineStart } from '../../../rules/text/source.ts';
import type { Clock } from '../host.ts';
import { defaultPace, type Pace } from './pace.ts';
import { TypedDocument } from './typed-document.ts';
import { Waiting } from './waiting.ts';

/** What has to be known of a folder. */
interface TypedFolder {
  readonly workspace: { findings(path: string): readonly Finding[]; typed(path: string): TypedText };
  readonly pace: Pace;
}

/** A document and the folder that it was looked at in. */
interface Open {
  readonly document: TypedDocument;
  /** The same document as a configuration, of which problems are shown. */
  problems?: TypedDocument;
  folder: TypedFolder | undefined;
  /** When it was changed last and not saved since, in milliseconds of the clock. */
  changedAt: number;
}

const never = Number.NEGATIVE_INFINITY;

export class Typing {
  readonly #clock: Clock;
  readonly #open = new Map<string, Open>();
  /** What was shown of files that are not open, by their URI: rule and place. */
  readonly #closed = new Map<string, ReadonlySet<string>>();
  readonly #waiting: Waiting;

  /** @param onRest hears the URIs of files of which more may be shown now. */
  constructor(clock: Clock, onRest: (uris: readonly string[]) => void) {
    this.#clock = clock;
    this.#waiting = new Waiting(clock, () => this.#restAt(), onRest);
  }

  /** @param changes one after the other, each in offsets of the text before it. */
  changed(uri: string, changes: readonly TextEdit[]): void {
    const open = this.#of(uri);
    open.changedAt = this.#clock.now();
    open.document.change(changes, open.changedAt);
    open.problems?.change(changes, open.changedAt);
  }

  saved(uri: string): void {
    const open = this.#open.get(uri);
    if (open !== undefined) {
      open.changedAt = never;
      open.document.rest();
      open.problems?.rest();
    }
    this.#waiting.wake();
  }

  /** What counts for documents changed, so that what is found in them now is not of what is typed. */
  reconfigured(): void {
    this.#closed.clear();
    for (const { document } of this.#open.values()) document.rest();
  }

  closed(uri: string): void {
    this.#open.delete(uri);
    this.#waiting.forget(uri);
    this.#waiting.wake();
  }

  /** The findings to show of an open document, which was analysed as it is now. */
  shown(folder: TypedFolder, path: string, uri: string): readonly Finding[] {
    const open = this.#of(uri);
    open.folder = folder;
    const { workspace, pace } = folder;
    const now = this.#clock.now();
    const rested = open.document.rests(now, pace);
    const shown = open.document.look({
      findings: workspace.findings(path),
      text: workspace.typed(path),
      now,
      pace,
      othersRest: this.#rests(folder, open),
    });
    // It can be read again, which no clock tells.
    if (!rested && open.document.rests(now, pace)) this.#waiting.wake();
    this.#waiting.looked(uri, open.document.holds || open.problems?.holds === true);
    return shown;
  }

  /** The problems to show of an open configuration, with its text as it is. */
  shownProblems(uri: string, text: string, problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
    const open = this.#of(uri);
    open.problems ??= new TypedDocument();
    const findings = problems.map((problem) => ({ ...configurationFinding, ...problem, path: uri }));
    const shown = open.problems.look({
      findings,
      text: {
        parts: [{ start: 0, end: text.length, isBroken: false }],
        tokenAt: (offset) => ({ start: lineStart(text, offset), end: lineEnd(text, offset) }),
        settling: () => 'part',
      },
      now: this.#clock.now(),
      pace: open.folder?.pace ?? defaultPace,
      othersRest: true,
    });
    this.#waiting.looked(uri, open.problems.holds || open.document.holds);
    return shown;
  }

  /** The same of a file that is not open: what somebody types elsewhere brings waits. */
  shownClosed(folder: TypedFolder, path: string, uri: string): readonly Finding[] {
    const findings = folder.workspace.findings(path);
    const known = this.#closed.get(uri);
    if (known === undefined || this.#rests(folder)) {
      this.#closed.set(uri, new Set(findings.map(keyOf)));
      this.#waiting.looked(uri, false);
      return findings;
    }
    const shown = findings.filter((finding) => known.has(keyOf(finding)));
    this.#waiting.looked(uri, shown.length < findings.length);
    return shown;
  }

  /** The client is given the diagnostics of a file, which was looked at just now. */
  told(uri: string): void {
    this.#waiting.told(uri);
  }

  #of(uri: string): Open {
    let open = this.#open.get(uri);
    if (open === undefined) {
      open = { document: new TypedDocument(), folder: undefined, changedAt: never };
      this.#open.set(uri, open);
      this.#closed.delete(uri);
    }
    return open;
  }

  /** Whether no document of a folder is being written. @param except one that is not asked about. */
  #rests(folder: TypedFolder, except?: Open): boolean {
    const now = this.#clock.now();
    return [...this.#open.values()].every(
      (open) => open === except || open.folder !== folder || open.document.rests(now, folder.pace),
    );
  }

  /** When what was typed last in any document counts as written to its end. */
  #restAt(): number {
    return [...this.#open.values()].reduce((latest, { changedAt, folder }) => {
      const { run, delay } = folder?.pace ?? defaultPace;
      return run === 'onType' ? Math.max(latest, changedAt + delay) : latest;
    }, never);
  }
}

/** What is wrong with a configuration, as if a rule had found it. */
const configurationFinding = {
  rule: 'configuration',
  severity: 'medium',
  absent: false,
  fingerprint: '',
  identity: {
    rule: 'configuration',
    file: '',
    resource: undefined,
    container: undefined,
    place: '',
    ordinal: 0,
  },
  related: [],
} as const;

const keyOf = ({ rule, span }: Finding): string => `${span.start} ${rule}`;
