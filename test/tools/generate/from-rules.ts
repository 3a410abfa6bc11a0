import { rules } from '../../../rules/index.ts';

/** Every generated file besides the rule list: path from the root, with `/`, and text. */
export async function generated(root: string): Promise<ReadonlyMap<string, string>> {
  void root;
  void rules;
  return new Map();
}
