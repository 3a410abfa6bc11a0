/** Formats of a list of images. Each writer makes one text of it; none asks the workspace. */
import { writeCycloneDx } from './cyclonedx.ts';
import { writeJson } from './json.ts';
import { writeText } from './text.ts';

export const writers = { text: writeText, json: writeJson, cyclonedx: writeCycloneDx };
