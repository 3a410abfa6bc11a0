/**
 * Marks of attack paths in open documents, beside what is found. They are worked out once nobody has typed for a while, in slices that a change ends, and only
 * for clients that can show the paths: what the command line and the server find in a file is the same with them and without.
 */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Rule } from '../../rules/contract/rule.ts';
import {
  type AttackMarks,
  type CauseMark,
  isCurrent,
  markingPaths,
  type ReachedMark,
  tellsOf,
} from '../../rules/engine/attack-marks.ts';
import { deployedIn } from '../../rules/engine/attack-paths.ts';
import { settledBy } from '../../rules/engine/settings/cluster-facts.ts';
import type { Facts } from '../../rules/facts/index.ts';
import { visible } from '../../rules/text/visible.ts';
import { source, toRange } from './convert.ts';
import type { Folder } from './folder.ts';
import type { LspHost } from './host.ts';
import type { Tasks } from './tasks.ts';

/** How long nobody has typed before ways are looked for, in milliseconds. */
const rest = 1000;
/** Workloads and bindings of a folder beyond which ways are looked for only when somebody asks. */
const most = 2000;

/** The code of a mark where nothing is found. */
const markCode = 'attack-path';

interface Known {
  readonly facts: Facts;
  readonly marks: AttackMarks;
}

export class PathMarks {
  readonly #isOn: boolean;
  readonly #host: Pick<LspHost, 'clock' | 'pause'>;
  readonly #tasks: Tasks;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #known = new WeakMap<Folder, Known>();
  /** What calls off the search that is due, or ends the one that is under way. */
  readonly #due = new WeakMap<Folder, () => void>();

  /** @param isOn the client can show the paths. @param rules by id. */
  constructor(isOn: boolean, host: Pick<LspHost, 'clock' | 'pause'>, tasks: Tasks, rules: ReadonlyMap<string, Rule>) {
    this.#isOn = isOn;
    this.#host = host;
    this.#tasks = tasks;
    this.#rules = rules;
  }

  /**
   * Something of a folder changed: looks for ways once it rests.
   * @param changed hears of the files whose marks are others than before.
   */
  later(folder: Folder, changed: (paths: ReadonlySet<string>) => void): void {
    if (!this.#isOn) return;
    this.#due.get(folder)?.();
    let isOver = false;
    const callOff = this.#host.clock.after(rest, () =>
      this.#tasks.later('To look for attack paths', async () => {
        const paths = await this.#find(folder, () => isOver);
        if (paths !== undefined && paths.size > 0) changed(paths);
      }),
    );
    this.#due.set(folder, () => {
      isOver = true;
      callOff();
    });
  }

  /** @returns files whose marks are others than before; undefined where the search was ended, or there is nothing to look for. */
  async #find(folder: Folder, isOver: () => boolean): Promise<ReadonlySet<string> | undefined> {
    const { workspace } = folder;
    if (!workspace.complete || !(await folder.settings).attackPaths || isOver()) return undefined;
    // Finds out first what belongs together, on which the facts hang.
    const deployed = deployedIn(workspace);
    const facts = workspace.facts();
    const before = this.#known.get(folder);
    if (before?.facts === facts || facts.byKind.workload.length + facts.byKind.binding.length > most) return undefined;
    const { protect, cluster } = workspace.settings;
    const question = { from: 'outside', to: [], protect, ...settledBy(cluster), most: 1 } as const;
    const work = markingPaths(workspace, deployed, question);
    let step = work.next();
    while (step.done !== true) {
      await this.#host.pause();
      if (isOver()) return undefined;
      step = work.next();
    }
    this.#known.set(folder, { facts, marks: step.value });
    return new Set(
      [before?.marks, step.value].flatMap((marks) => [
        ...(marks?.causes.keys() ?? []),
        ...(marks?.reached.keys() ?? []),
      ]),
    );
  }

  /** The workloads of a file that ways go through. */
  reached(folder: Folder, path: string): readonly ReachedMark[] {
    const marks = this.#known.get(folder)?.marks.reached.get(path) ?? [];
    return marks.filter((mark) => isCurrent(folder.workspace, mark));
  }

  /**
   * Diagnostics with what they open: the one of a rule that mends it says so itself and weighs more, and only where there is none stands another one.
   * @param uriOf a file by its path; undefined for a client that shows no places of others.
   */
  marked(
    folder: Folder,
    path: string,
    diagnostics: readonly Diagnostic[],
    uriOf: ((path: string) => string) | undefined,
  ): Diagnostic[] {
    const marks = this.#known.get(folder)?.marks.causes.get(path) ?? [];
    const all = [...diagnostics];
    for (const mark of marks) {
      const own = isCurrent(folder.workspace, mark) ? this.#diagnosticOf(folder, mark, uriOf) : undefined;
      if (own === undefined) continue;
      const at = all.findIndex(
        ({ code, range }) => range.start.line === own.range.start.line && tellsOf(this.#rules.get(String(code)), mark),
      );
      const found = all[at];
      if (found === undefined) all.push(own);
      else all[at] = together(found, own);
    }
    return all;
  }

  #diagnosticOf(
    { workspace }: Folder,
    { cut, says, steps }: CauseMark,
    uriOf: ((path: string) => string) | undefined,
  ): Diagnostic | undefined {
    const at = workspace.locate(cut.fact.ref, cut.place) ?? workspace.locate(cut.fact.ref, 'name');
    const lines = at === undefined ? undefined : workspace.lines(at.path);
    if (at === undefined || lines === undefined) return undefined;
    const places = steps.flatMap(({ fact, place, message }) => {
      const found = workspace.locate(fact.ref, place ?? 'name');
      const its = found === undefined ? undefined : workspace.lines(found.path);
      if (found === undefined || its === undefined || uriOf === undefined) return [];
      return [{ location: { uri: uriOf(found.path), range: toRange(its, found.span) }, message: visible(message) }];
    });
    return {
      range: toRange(lines, at.span),
      severity: DiagnosticSeverity.Warning,
      source,
      code: markCode,
      message: visible(`${says} ${cut.edit}.`),
      ...(places.length === 0 ? {} : { relatedInformation: places }),
    };
  }
}

/** One squiggle for both: the finding, a level up, with what it opens. */
function together(found: Diagnostic, { message, relatedInformation = [] }: Diagnostic): Diagnostic {
  const related = [...(found.relatedInformation ?? []), ...relatedInformation];
  // Levels count from 1, the worst.
  const severity = Math.max(1, (found.severity ?? DiagnosticSeverity.Warning) - 1) as DiagnosticSeverity;
  return {
    ...found,
    severity,
    message: `${found.message} ${message}`,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}
