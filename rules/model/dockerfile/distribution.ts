/** Which family of distributions a stage is built on, by the name of its image or by the package manager that its file calls. */
import { bareImages, bareTag, debianTag, type Family, rpmImages, rpmTag } from '../../data/distributions.ts';
import { baseImageOf } from '../image/base.ts';
import { fullName, type ImageReference } from '../image/reference.ts';
import { type Manager, packageCommandOf } from './packages.ts';
import type { Stage } from './stage.ts';

/** Many findings of a stage ask the same. */
const known = new WeakMap<Stage, Family | 'none'>();

/** @returns undefined when nobody can tell, or the image has neither shell nor tools. */
export function familyOf(stage: Stage): Family | undefined {
  let found = known.get(stage);
  if (found === undefined) {
    found = readFamily(stage) ?? 'none';
    known.set(stage, found);
  }
  return found === 'none' ? undefined : found;
}

function readFamily(stage: Stage): Family | undefined {
  const { image } = stage;
  if (stage.isWindows || stage.isScratch) return undefined;
  if (image !== undefined && (bareImages.test(fullName(image)) || bareTag.test(image.tag ?? ''))) return undefined;
  return (image === undefined ? undefined : namedFamily(image)) ?? calledFamily(stage);
}

function namedFamily(image: ImageReference): Family | undefined {
  const tag = image.tag ?? '';
  const { tools } = baseImageOf(image);
  if (tools === 'busybox' || /(?:^|-)alpine/.test(tag)) return 'busybox';
  if (rpmImages.some((name) => name.test(fullName(image))) || rpmTag.test(tag)) return 'rpm';
  return tools === 'shadow' || debianTag.test(tag) ? 'debian' : undefined;
}

const families: { readonly [M in Manager]?: Family } = {
  apk: 'busybox',
  apt: 'debian',
  yum: 'rpm',
  dnf: 'rpm',
  zypper: 'rpm',
};

/** The package managers that are called; undefined where they are those of several families. */
function calledFamily(stage: Stage): Family | undefined {
  const called = new Set<Family>();
  for (const { keyword, commands } of stage.inForce)
    for (const command of keyword === 'RUN' ? commands : []) {
      const family = families[packageCommandOf(command)?.manager ?? 'npm'];
      if (family !== undefined) called.add(family);
    }
  return called.size === 1 ? [...called][0] : undefined;
}
