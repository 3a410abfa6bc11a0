/** Restricted Mode: settings by which the server would start a program do not reach it. */
import * as vscode from 'vscode';
import {
  type ConfigurationMiddleware,
  DidChangeConfigurationNotification,
  type LanguageClient,
} from 'vscode-languageclient/node';
import { withoutPrograms } from './trusted-settings.ts';

/** Answers what the server asks of the settings. */
export const trusted: ConfigurationMiddleware = {
  async configuration(params, token, next) {
    const answers = await next(params, token);
    return vscode.workspace.isTrusted || !Array.isArray(answers) ? answers : answers.map(withoutPrograms);
  },
};

/** Has the server ask again once the user trusts the workspace. */
export function followTrust(client: LanguageClient): vscode.Disposable {
  return vscode.workspace.onDidGrantWorkspaceTrust(() => {
    if (client.isRunning()) void client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  });
}
