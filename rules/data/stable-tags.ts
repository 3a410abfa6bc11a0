/** The line to pin each official image to. Source: the rows of `image-releases.ts`, each with its own; read 2026-08-22. */
import { imageReleases } from './image-releases.ts';

export interface StableTag {
  readonly tag: string;
  /** It was a maintained line, and the one to choose, on this day. */
  readonly read: string;
  /** What it stores is written for its version, and an older one does not read it. */
  readonly keepsData: boolean;
}

/** By the name of a Docker official image. */
export const stableTags: ReadonlyMap<string, StableTag> = new Map(
  imageReleases.flatMap(({ images, stable, keepsData = false, read }) =>
    stable === undefined ? [] : [[images.slice('library/'.length), { tag: stable, read, keepsData }] as const],
  ),
);
