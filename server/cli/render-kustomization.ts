/** A kustomization's folder built, for the terminal: a bundle of its own, since no other command needs it. */
import { renderKustomization } from '../../rules/model/kustomize/build/render.ts';
import { kustomizeFiles } from '../host/kustomize-files.ts';
import { nodeFiles } from '../host/node-files.ts';
import type { Shown } from './render-chart.ts';

/** @param folder that holds a kustomization, absolute. @returns its objects, or in one line why they are not all there. */
export function shownKustomization(folder: string): Shown {
  const rendered = renderKustomization(kustomizeFiles(nodeFiles), folder);
  if ('refused' in rendered) return rendered;
  const [missing] = rendered.unknown;
  return missing === undefined ? rendered : { refused: missing };
}
