/** A values file: its documents one over the other. Source: helm.sh/helm/v4, pkg/chart/loader (`LoadValues`). */
import { slices } from '../../../yaml/stream.ts';
import { GoError } from '../value/errors.ts';
import { type Dict, isDict, isNil } from '../value/value.ts';
import { readYaml } from '../yaml/read.ts';
import { overlaid } from './coalesce.ts';

/** @param path names it in errors. @throws GoError where it cannot be read, or is no map. */
export function readValues(text: string, path: string): Dict {
  let made: Dict = new Map();
  for (const { slice } of slices(text)) {
    const value = readYaml(slice);
    if (isNil(value)) continue;
    if (!isDict(value)) throw new GoError(`cannot load ${path}: it is no map`);
    made = overlaid(made, value);
  }
  return made;
}
