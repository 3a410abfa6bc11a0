/** What the menu offers for a problem, and the edits that can be chosen. */
import type { EditKind, Entry } from './code-action.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { fixAllInFile } from './fix-all-in-file.ts';
import { fixAllOfRule } from './fix-all-of-rule.ts';
import { fixRuleInFile } from './fix-rule-in-file.ts';
import { harden, hardenContainer, hardenObject } from './harden.ts';
import { ignore } from './ignore.ts';

/** The ways to fix a problem; the first offer is the best. */
export const fixes: readonly Entry[] = [hardenContainer, fix];

/** What goes beyond the problem; each is listed once, for the worst problem that it is offered for. */
export const beyond: readonly Entry[] = [hardenObject, fixRuleInFile, fixAllOfRule, fixAllInFile];

/** What to do with problems that stay; each speaks of all of them. */
export const remaining = [ignore, explain] as const;

export const editKinds: readonly EditKind[] = [fix, harden, fixRuleInFile, fixAllInFile, ignore];
