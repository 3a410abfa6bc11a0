/** `npm run package`: the VSIX. */
import { packageExtension } from './vsix.ts';

await packageExtension();
