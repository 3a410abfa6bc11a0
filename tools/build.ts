/** `npm run build`: everything under dist/. */
import { bundle } from './bundle.ts';

await bundle();
