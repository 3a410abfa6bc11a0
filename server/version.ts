/** The version of the product, from its manifest, so that there is one place to change it. */
import manifest from '../package.json' with { type: 'json' };

export const version: string = manifest.version;
