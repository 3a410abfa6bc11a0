/** Release lines of images with the day on which their fixes end. Source: the rows of `image-releases.ts`, each with its own; read 2026-08-22. */
import { imageReleases } from './image-releases.ts';

export interface Line {
  /** The beginning of a tag: a version or a code name; empty for the whole image. */
  readonly tag: string;
  /** The day, `2024-06-30`, or the month. */
  readonly ended: string;
}

/** @param text of a row's `ends`. */
const lines = (text: string): readonly Line[] =>
  text
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [tag = '', ended = ''] = pair.split('=');
      return { tag: tag === '*' ? '' : tag, ended };
    });

/** By repository; Docker's official images as `library/name`. */
export const endOfLife: ReadonlyMap<string, readonly Line[]> = new Map(
  imageReleases.flatMap(({ images, ends }) => images.split(' ').map((image) => [image, lines(ends)] as const)),
);

const named = (image: string): readonly Line[] => (endOfLife.get(image) ?? []).filter(({ tag }) => /^[a-z]/.test(tag));

/** Distributions that other images name in their tags: `node:22-buster`, `python:3.13-alpine3.16`. */
export const distributions: readonly (readonly [name: string, prefix: string, lines: readonly Line[]])[] = [
  ['Debian', '', named('library/debian')],
  ['Ubuntu', '', named('library/ubuntu')],
  ['Alpine', 'alpine', endOfLife.get('library/alpine') ?? []],
];
