/** What the menu offers for a problem, in the order of the menu, and the edits that can be chosen. */
import type { EditKind, Entry } from './code-action.ts';
import { disableRule } from './disable-rule.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { fixAllInFile } from './fix-all-in-file.ts';
import { fixRuleInFile } from './fix-rule-in-file.ts';
import { fixRuleInWorkspace } from './fix-rule-in-workspace.ts';
import { harden, hardenContainer, hardenObject } from './harden.ts';
import { ignore } from './ignore.ts';

export const entries: readonly Entry[] = [
  hardenContainer,
  fix,
  hardenObject,
  fixRuleInFile,
  fixAllInFile,
  fixRuleInWorkspace,
  ignore,
  disableRule,
  explain,
];

export const editKinds: readonly EditKind[] = [fix, harden, fixRuleInFile, fixAllInFile, ignore];
