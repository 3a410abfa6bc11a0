/** Programs that are measured are bundled as what ships is: reading TypeScript would be measured too. */
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../tools/root.ts';

/** @param entry a file of the repository. @returns the path of the program in the folder. */
export async function bundled(entry: string, folder: string): Promise<string> {
  const program = join(folder, `${basename(entry, '.ts')}.mjs`);
  await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: program,
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return program;
}
