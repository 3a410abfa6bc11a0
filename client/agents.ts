/**
 * Tells VS Code's agents of the tools that read. The interface is newer than the oldest supported editor, so that it is asked for when the extension
 * starts, and described here as far as it is used.
 */
import * as vscode from 'vscode';

/** Source: code.visualstudio.com, "VS Code API", `lm.registerMcpServerDefinitionProvider` (1.101). */
interface NewerEditor {
  readonly lm?: {
    registerMcpServerDefinitionProvider?(
      id: string,
      provider: { provideMcpServerDefinitions(): readonly unknown[] },
    ): vscode.Disposable;
  };
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    env: { readonly [name: string]: string },
    version: string,
  ) => unknown;
}

/** @param context of the extension, which holds the program. @returns what takes them back; empty where the editor knows no such tools. */
export function registerAgentTools(context: vscode.ExtensionContext): readonly vscode.Disposable[] {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as NewerEditor;
  if (Definition === undefined || typeof lm?.registerMcpServerDefinitionProvider !== 'function') return [];
  const program = context.asAbsolutePath('dist/server.cjs');
  const { version } = context.extension.packageJSON as { readonly version: string };
  const registered = lm.registerMcpServerDefinitionProvider('seaworthy', {
    // The editor's own program runs scripts where it is told to be Node.
    provideMcpServerDefinitions: () => [
      new Definition('Seaworthy', process.execPath, [program, 'mcp'], { ELECTRON_RUN_AS_NODE: '1' }, version),
    ],
  });
  return [registered];
}
