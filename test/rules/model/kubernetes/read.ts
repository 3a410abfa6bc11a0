/** Reads a manifest into the objects that models are tested with. */
import { type Resource, resourcesOf } from '../../../../rules/model/kubernetes/resource.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

export const resources = (text: string): readonly Resource[] => resourcesOf(parseDocument(text), false);

export function resource(text: string): Resource {
  const [first] = resources(text);
  if (first === undefined) throw new Error('the text holds no object');
  return first;
}
