/** The extension that the suites install, packed once for all of them under `npm test`. */
import { join } from 'node:path';
import { packageExtension, vsix } from '../../../tools/vsix.ts';
import { isBuilt } from '../../harness/programs.ts';

/** @param folder of the suite, where it is packed if nobody has packed it yet. @returns the path of the VSIX. */
export async function packedExtension(folder: string): Promise<string> {
  return isBuilt ? vsix : packageExtension(join(folder, 'seaworthy.vsix'));
}
