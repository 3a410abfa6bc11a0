/**
 * What tests start as a person or an editor does: the sources; under `npm test` what was just built of them, which starts in a third of the time and is what
 * ships. Paths relative to the repository.
 */
/** `npm test` has built and packed the sources as they are. */
export const isBuilt = process.env['SEAWORTHY_BUILT'] === '1';

export const commandLine = isBuilt ? 'dist/cli.cjs' : 'server/cli/main.ts';
export const languageServer = isBuilt ? 'dist/server.cjs' : 'server/lsp/node.ts';
