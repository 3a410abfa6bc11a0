/** Packs what dist/ holds into the file that editors install. Owns its name; `.vscodeignore` owns what goes in. */
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { bundle } from './bundle.ts';
import { root } from './root.ts';

/** The path `npm run package` writes to. */
export const vsix = join(root, 'seaworthy.vsix');

/** Builds and packs the extension into `file` and returns that path. */
export async function packageExtension(file = vsix): Promise<string> {
  await bundle();
  await createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return file;
}
