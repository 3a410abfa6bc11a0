/**
 * What the extension starts: the language server, or with the argument `mcp` the tools for agents. One program, since both hold all rules. Must not
 * know what either does.
 */
import { UsageError } from './cli/output.ts';

async function run([name, ...args]: readonly string[]): Promise<void> {
  if (name !== 'mcp') {
    await import('./lsp/node.ts');
    return;
  }
  const { mcp } = await import('./cli/commands/mcp.ts');
  process.exitCode = await mcp.run(args, {
    out: (text) => process.stdout.write(text),
    error: (line) => process.stderr.write(`${line}\n`),
    flushed: () => Promise.resolve(),
  });
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 2;
  const said = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${said}\n`);
});
