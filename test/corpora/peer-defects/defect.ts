/** A mistake of another tool. */
import type { Example } from '../../../rules/contract/example.ts';

export interface Defect {
  readonly tool: string;
  readonly says: string;
  readonly text: Example;
  readonly found?: readonly string[];
  readonly quiet?: readonly string[];
}

/** A container with a security context, in a pod that may have one too. */
export const container = (context: string, above = ''): Example => ({
  language: 'yaml',
  text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n${above}  containers:\n    - name: web\n      image: nginx:1.29\n${context}`,
});
