/**
 * The time that the check of one file may take. A rule cannot be interrupted, so the watch looks between rules: past the limit those that are left say
 * nothing. The server's alone: the command line has no clock, so that the same input gives the same verdict everywhere.
 */

import type { Rule } from '../../rules/contract/rule.ts';
import type { AnalyseOptions } from '../../rules/engine/analyse/analyse-file.ts';
import type { Assembled } from '../../rules/engine/analyse/assemble.ts';
import type { FileState } from '../../rules/engine/analyse/file-record.ts';
import type { FileInput } from '../../rules/engine/analyse/source-file.ts';
import type { Finding } from '../../rules/engine/findings/finding.ts';
import type { Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';

/** In milliseconds; below the ten seconds after which the client takes the server for dead. */
const limit = 8000;

/** Why a check ended early. */
export interface Overrun {
  /** The rule that took most of the time. */
  readonly rule: string;
  readonly seconds: number;
  /** What all of it took until then. */
  readonly of: number;
}

type Check = (subject: unknown, report: unknown, context: unknown) => void;

/** What a rule took in one run of the watch. */
interface Spent {
  readonly id: string;
  run: number;
  milliseconds: number;
}

export class Watch {
  readonly rules: readonly Rule[];
  readonly #now: () => number;
  #deadline: number | undefined;
  #expired = false;
  #run = 0;
  readonly #spent: Spent[] = [];

  /** @param now milliseconds of a clock that only goes forward. */
  constructor(rules: readonly Rule[], now: () => number) {
    this.#now = now;
    this.rules = rules.map((rule) => ({ ...rule, check: this.#watched(rule) }) as Rule);
  }

  /** Does something within the limit. @returns with it, why it was cut short. */
  during<T>(work: () => T): { readonly result: T; readonly overrun: Overrun | undefined } {
    const started = this.#now();
    this.#deadline = started + limit;
    this.#expired = false;
    this.#run++;
    try {
      const result = work();
      return { result, overrun: this.#expired ? this.#overrun(started) : undefined };
    } finally {
      this.#deadline = undefined;
      this.#expired = false;
    }
  }

  #overrun(started: number): Overrun {
    const [slowest] = this.#spent
      .filter(({ run }) => run === this.#run)
      .sort((a, b) => b.milliseconds - a.milliseconds);
    const { id: rule, milliseconds } = slowest ?? { id: '', milliseconds: 0 };
    return { rule, seconds: milliseconds / 1000, of: (this.#now() - started) / 1000 };
  }

  #watched(rule: Rule): Check {
    const check = rule.check.bind(rule) as Check;
    const spent: Spent = { id: rule.id, run: 0, milliseconds: 0 };
    this.#spent.push(spent);
    // Called by the hundred for each object of a file, so nothing is looked up here.
    return (subject, report, context) => {
      if (this.#deadline === undefined) return check(subject, report, context);
      if (this.#expired) {
        // The engine keeps what it says of several files, and so has to know that it said nothing.
        if (rule.subject === 'workspace') throw new Error('it did not run, since the rules before it took too long');
        return;
      }
      const before = this.#now();
      try {
        check(subject, report, context);
      } finally {
        const after = this.#now();
        spent.milliseconds = (spent.run === this.#run ? spent.milliseconds : 0) + after - before;
        spent.run = this.#run;
        if (after > this.#deadline) this.#expired = true;
      }
    };
  }
}

export function sentenceOf({ rule, seconds, of }: Overrun): string {
  return `Seaworthy stopped checking this file after ${of.toFixed(1)} s, of which the rule ${rule} took ${seconds.toFixed(1)} s; it is checked again once it changes.`;
}

/** Whether somebody knows of a finding, so that it need not be shown. */
export type IsKnown = (finding: Finding) => boolean;

/** A workspace in which no file is checked for longer than the limit. A file that was is set aside until its text changes. */
export class TimeLimitedWorkspace extends Workspace {
  /** Of what is found, what somebody knows and need not be shown. */
  isKnown: IsKnown | undefined;
  readonly #watch: Watch;
  readonly #stopped = new Map<string, { readonly text: string; readonly overrun: Overrun }>();

  constructor(watch: Watch) {
    super(watch.rules);
    this.#watch = watch;
  }

  /** Why the check of a file was cut short. */
  stopped(path: string): Overrun | undefined {
    return this.#stopped.get(path)?.overrun;
  }

  override assembled(path: string): Assembled {
    const found = super.assembled(path);
    const { isKnown } = this;
    if (isKnown === undefined) return found;
    return { ...found, placed: found.placed.filter(({ finding }) => !isKnown(finding)) };
  }

  /** The findings of a file, known ones among them, and what they tell besides. */
  everything(path: string): Assembled {
    return super.assembled(path);
  }

  override update(input: FileInput, settings: Settings, options: AnalyseOptions = {}): FileState {
    const { path, text } = input;
    const stopped = this.#stopped.get(path);
    if (stopped !== undefined) {
      const state = stopped.text === text ? this.state(path) : undefined;
      if (state !== undefined) return state;
      // Documents that were not checked to their end must not be reused.
      this.remove(path);
    }
    const { result, overrun } = this.#watch.during(() => super.update(input, settings, options));
    if (overrun !== undefined) this.#stopped.set(path, { text, overrun });
    return result;
  }

  override remove(path: string): void {
    this.#stopped.delete(path);
    super.remove(path);
  }

  override refresh(): ReadonlySet<string> {
    return this.#watch.during(() => super.refresh()).result;
  }

  /** @throws TooLong when it takes too long. Nothing is left behind, since it is tried on a copy. */
  override fixAll(...given: Parameters<Workspace['fixAll']>): ReturnType<Workspace['fixAll']> {
    return this.inTime(() => super.fixAll(...given));
  }

  /** Something that may leave nothing behind when it takes too long. @throws TooLong */
  inTime<T>(work: () => T): T {
    const { result, overrun } = this.#watch.during(work);
    if (overrun === undefined) return result;
    const { rule, seconds, of } = overrun;
    throw new TooLong(
      `The fixes were not worked out after ${of.toFixed(1)} s, of which the rule ${rule} took ${seconds.toFixed(1)} s.`,
    );
  }
}

/** A person asked for something that takes too long. */
export class TooLong extends Error {}
