/** `npm run package:npm`: the folder that the release publishes. */
import { packageCommandLine } from './npm.ts';

console.log(await packageCommandLine());
