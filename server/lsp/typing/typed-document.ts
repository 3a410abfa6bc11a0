/**
 * One open document while somebody types in it: which of its findings are shown. What was shown before stays as long as it is found, and moves with its
 * text; what is new waits until what brought it is written to its end (`Settling`). Where a part of the document was broken by typing, what was shown in
 * it stays, and nothing new is said. The model in words: docs/contributing/typing.md. Must not know the protocol, nor clocks.
 */
import type { TypedText } from '../../../rules/engine/analyse/typed-text.ts';
import type { Finding } from '../../../rules/engine/findings/finding.ts';
import { syntaxError } from '../../../rules/engine/findings/notices.ts';
import type { Settling } from '../../../rules/engine/findings/settling.ts';
import type { TextEdit } from '../../../rules/text/edit.ts';
import type { Span } from '../../../rules/text/source.ts';
import { defaultPace, type Pace } from './pace.ts';
import { caretAfter, meet, movedOffset, movedSpan, touches } from './text-change.ts';

/** A finding that was shown since the last pause. */
interface Stood {
  readonly finding: Finding;
  readonly span: Span;
  /** Whoever looked last saw it. */
  readonly isShown: boolean;
  /** Its own text changed since then. */
  isTouched: boolean;
}

/** A finding that is not shown yet. */
interface Held {
  readonly span: Span;
  readonly rule: string;
  /** It came up elsewhere than where somebody wrote, and so hangs on more than its token. */
  readonly isElsewhere: boolean;
  /** Worked out once it is asked for. */
  settling: Settling | undefined;
}

/** What there is to know when somebody looks. */
export interface Sight {
  /** Of the document as it is, in the order of the text. */
  readonly findings: readonly Finding[];
  readonly text: TypedText;
  /** Milliseconds, as in `change`. */
  readonly now: number;
  readonly pace: Pace;
  /** No other document of the folder is being written. */
  readonly othersRest: boolean;
}

/** More changes than a person makes before they pause; of more, the last ones count. */
const mostEdits = 200;

export class TypedDocument {
  #wasSeen = false;
  #stood: Stood[] = [];
  #held: Held[] = [];
  /** Where it was changed, and when last: what is older than the delay is left out once somebody looks. */
  #edits: { readonly span: Span; readonly at: number }[] = [];
  /** What was written since somebody looked last. */
  #written: Span[] = [];
  /** Where the last change left the cursors. */
  #carets: number[] = [];
  /** Where parts begin that were broken before somebody typed. */
  #broken: number[] = [];
  #isBrokenByTyping = false;
  /** That of the last look. */
  #delay = defaultPace.delay;

  /** @param changes one after the other, each in offsets of the text before it. @param at milliseconds of a clock that only goes forward. */
  change(changes: readonly TextEdit[], at: number): void {
    // Behind a pause, what comes up again is news.
    if (this.lastEdit <= at - this.#delay) this.#stood = this.#stood.filter(({ isShown }) => isShown);
    this.#carets = [];
    for (const change of changes) {
      for (const stood of this.#stood) stood.isTouched ||= touches(stood.span, change);
      this.#stood = movedAll(this.#stood, change);
      this.#held = movedAll(this.#held, change);
      this.#written = movedSpans(this.#written, change);
      this.#broken = this.#broken.flatMap((offset) => movedOffset(offset, change) ?? []);
      this.#carets = this.#carets.flatMap((offset) => movedOffset(offset, change) ?? []);
      this.#edits = movedAll(this.#edits, change).slice(1 - mostEdits);
      this.#edits.push({ span: writtenBy(change), at });
      this.#written.push(writtenBy(change));
      this.#carets.push(caretAfter(change));
    }
  }

  /** All that was typed counts as written to its end. */
  rest(): void {
    this.#edits = [];
    this.#isBrokenByTyping = false;
    this.#wasSeen = false;
  }

  /** Whether it is being written. */
  rests(now: number, { run, delay }: Pace): boolean {
    const isOld = run === 'onType' && this.lastEdit <= now - delay;
    return (isOld || this.#edits.length === 0) && !this.#isBrokenByTyping;
  }

  /** When it was changed last, of what counts; negative infinity for never. */
  get lastEdit(): number {
    return this.#edits.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  }

  /** Whether something was found that is not shown. */
  get holds(): boolean {
    return this.#held.length > 0;
  }

  /** @returns the findings to show, in the order of the text. The same twice while nothing changes. */
  look(sight: Sight): readonly Finding[] {
    const { findings, text, now, pace } = sight;
    this.#delay = pace.delay;
    if (pace.run === 'onType') this.#edits = this.#edits.filter(({ at }) => at > now - pace.delay);
    const broken = text.parts.filter((part) => part.isBroken);
    // What could be read meanwhile counts as readable.
    this.#broken = this.#broken.filter((offset) => broken.some((part) => isIn(offset, part)));
    const brokenNow = broken.filter((part) => !this.#broken.some((offset) => isIn(offset, part)));
    this.#isBrokenByTyping = this.#wasSeen && brokenNow.length > 0;
    if (this.#edits.length === 0 && !this.#isBrokenByTyping && (sight.othersRest || !this.#wasSeen)) {
      this.#wasSeen = true;
      this.#broken = broken.map(({ start }) => start);
      this.#stood = findings.map(asStood);
      this.#held = [];
      this.#written = [];
      return findings;
    }
    this.#wasSeen = true;
    return this.#sorted(sight, brokenNow);
  }

  #sorted(sight: Sight, broken: readonly Span[]): readonly Finding[] {
    const { findings, text } = sight;
    const known = byPlace(this.#stood);
    const waiting = byPlace(this.#held);
    const tokens = this.#edits.length === 0 ? [] : this.#carets.map((offset) => text.tokenAt(offset));
    this.#held = [];
    const stood: Stood[] = [];
    const shown: Finding[] = [];
    for (const finding of findings) {
      const key = placeOf(finding.rule, finding.span);
      const before = known.get(key)?.shift();
      const held = waiting.get(key)?.shift() ?? this.#newlyHeld(finding, text);
      if (!this.#goesOn(before, finding, text) && this.#waits(held, finding, { ...sight, broken, tokens })) {
        this.#held.push({ ...held, span: finding.span });
        continue;
      }
      stood.push(asStood(finding));
      shown.push(finding);
    }
    const gone = [...known.values()].flat().filter(({ isTouched }) => !isTouched);
    const isKept = ({ isShown, span }: Stood): boolean => isShown && broken.some((part) => isIn(span.start, part));
    const kept = gone.filter(isKept);
    // Should it be found again, it may be no news.
    this.#stood = [...stood, ...gone.map((one) => ({ ...one, isShown: isKept(one) }))];
    this.#written = [];
    if (kept.length === 0) return shown;
    return [...shown, ...kept.map(asKept)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** Whether a finding is one that was shown. One that says something else of a word that is being written is new, as is one that went and hangs on more. */
  #goesOn(before: Stood | undefined, finding: Finding, text: TypedText): boolean {
    if (before === undefined) return false;
    const { message, span } = finding;
    if (!before.isShown) return text.settling(finding) === 'token';
    const isRewritten = before.isTouched && this.#carets.some((offset) => offset >= span.start && offset <= span.end);
    return !isRewritten || message === before.finding.message || text.settling(finding) !== 'token';
  }

  #newlyHeld({ rule, span }: Finding, text: TypedText): Held {
    const isElsewhere = !this.#written.some((written) => meet(written, span));
    const part = partAt(text, span);
    const isOwn = this.#isWritten(part) || this.#written.some((written) => part === undefined || meet(written, part));
    // What comes up in a part that nobody writes in comes from another one.
    return { rule, span, isElsewhere, settling: isOwn ? undefined : 'files' };
  }

  /** @param part undefined for what is in none. */
  #isWritten(part: Span | undefined): boolean {
    return this.#edits.some(({ span }) => part === undefined || meet(span, part));
  }

  #waits(
    held: Held,
    finding: Finding,
    {
      text,
      pace,
      othersRest,
      broken,
      tokens,
    }: Sight & { readonly broken: readonly Span[]; readonly tokens: readonly Span[] },
  ): boolean {
    const { span, rule } = finding;
    if (rule !== syntaxError.id && broken.some((one) => isIn(span.start, one))) return true;
    const isResting = this.#edits.length === 0;
    if (!isResting && (pace.run === 'onSave' || tokens.some((token) => meet(token, span)))) return true;
    held.settling ??= text.settling(finding);
    // A document elsewhere that stays broken must not hide what this one says by itself.
    if (held.settling === 'files') return !isResting || !othersRest;
    if (isResting) return false;
    if (held.settling === 'token' && !held.isElsewhere) return false;
    return this.#isWritten(partAt(text, span));
  }
}

const asStood = (finding: Finding): Stood => ({ finding, span: finding.span, isShown: true, isTouched: false });

/** A finding of text that cannot be read just now, where that is; it has no fix, which was made for another text. */
function asKept({ finding, span }: Stood): Finding {
  const { fix: _fix, ...rest } = finding;
  return { ...rest, span, related: finding.related.filter(({ path }) => path !== finding.path) };
}

const partAt = ({ parts }: TypedText, { start }: Span): Span | undefined => parts.find((part) => isIn(start, part));

const writtenBy = (change: TextEdit): Span => ({ start: change.start, end: caretAfter(change) });

const isIn = (offset: number, { start, end }: Span): boolean => start <= offset && offset < Math.max(end, start + 1);

const placeOf = (rule: string, { start }: Span): string => `${start} ${rule}`;

/** Twins stay in their order. */
function byPlace<T extends { readonly span: Span } & ({ readonly rule: string } | { readonly finding: Finding })>(
  items: readonly T[],
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = placeOf('rule' in item ? item.rule : item.finding.rule, item.span);
    const twins = found.get(key);
    if (twins === undefined) found.set(key, [item]);
    else twins.push(item);
  }
  return found;
}

const movedSpans = (spans: readonly Span[], change: TextEdit): Span[] =>
  spans.flatMap((span) => movedSpan(span, change) ?? []);

function movedAll<T extends { readonly span: Span }>(items: readonly T[], change: TextEdit): T[] {
  return items.flatMap((item) => {
    const span = movedSpan(item.span, change);
    return span === undefined ? [] : [{ ...item, span }];
  });
}
