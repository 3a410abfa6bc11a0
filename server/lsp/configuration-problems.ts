/** Shows what is wrong in configuration files, where it is wrong. The last version without problems stays in force meanwhile. */
import type { Connection } from 'vscode-languageserver';
import { LineTable } from '../../rules/text/source.ts';
import type { Configurations } from '../host/configuration.ts';
import { configurationDiagnostics } from './configuration-help.ts';
import type { LspHost } from './host.ts';

/** Files that something was shown of. */
const shown = new WeakMap<Configurations, Set<string>>();

export async function reportConfigurations(
  connection: Connection,
  configurations: Configurations,
  host: LspHost,
  answered: (uri: string) => boolean,
): Promise<void> {
  const before = shown.get(configurations) ?? new Set<string>();
  const now = new Set<string>();
  for (const { path, text, problems } of await configurations.broken()) {
    const uri = host.toUri(path);
    // The document answers for itself, as it is typed.
    if (answered(uri)) continue;
    const lines = new LineTable(text);
    now.add(uri);
    const diagnostics = configurationDiagnostics(problems, lines);
    void connection.sendDiagnostics({ uri, diagnostics });
  }
  for (const uri of before) if (!now.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  shown.set(configurations, now);
}
