/** The commands of the extension. Each asks the server or the editor and shows the answer; none looks into a document. */
import * as vscode from 'vscode';
import { acceptVulnerability } from './accept-vulnerability.ts';
import type { Command, CommandContext } from './command.ts';
import { explainFinding } from './explain-finding.ts';
import { explainRule } from './explain-rule.ts';
import { filterFindings } from './filter-findings.ts';
import { filterImages } from './filter-images.ts';
import { fixAllOfRule } from './fix-all-of-rule.ts';
import { fixAllSafe } from './fix-all-safe.ts';
import { fixAllSafeInWorkspace } from './fix-all-safe-in-workspace.ts';
import { fixFinding } from './fix-finding.ts';
import { fixRuleInWorkspace } from './fix-rule-in-workspace.ts';
import { groupFindings } from './group-findings.ts';
import { ignore } from './ignore.ts';
import { ignoreFile } from './ignore-file.ts';
import { notAffected } from './not-affected.ts';
import { openPracticeFile } from './open-practice-file.ts';
import { openRulePage } from './open-rule-page.ts';
import { previewRuleFixes } from './preview-rule-fixes.ts';
import { restartServer } from './restart-server.ts';
import { scanHere } from './scan-here.ts';
import { scanImage } from './scan-image.ts';
import { scanWorkspace } from './scan-workspace.ts';
import { showAttackPaths } from './show-attack-paths.ts';
import { showBlastRadius } from './show-blast-radius.ts';
import { showEffectiveConfiguration } from './show-effective-configuration.ts';
import { showFindings } from './show-findings.ts';
import { showOutput } from './show-output.ts';
import { showRendered } from './show-rendered.ts';
import { showReport } from './show-report.ts';
import { turnRuleOff } from './turn-rule-off.ts';
import { verifyImage } from './verify-image.ts';

const commands: readonly Command[] = [
  previewRuleFixes,
  groupFindings,
  fixFinding,
  filterFindings,
  explainFinding,
  scanWorkspace,
  scanHere,
  scanImage,
  fixAllSafe,
  fixAllSafeInWorkspace,
  fixRuleInWorkspace,
  turnRuleOff,
  verifyImage,
  acceptVulnerability,
  notAffected,
  filterImages,
  explainRule,
  fixAllOfRule,
  ignore,
  ignoreFile,
  openPracticeFile,
  openRulePage,
  restartServer,
  showAttackPaths,
  showBlastRadius,
  showEffectiveConfiguration,
  showFindings,
  showOutput,
  showRendered,
  showReport,
];

export function registerCommands(context: CommandContext): vscode.Disposable[] {
  return commands.map(({ id, run }) =>
    vscode.commands.registerCommand(id, (...given: unknown[]) => run(context, ...given)),
  );
}
