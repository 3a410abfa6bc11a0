/** Which distribution an image is made of, as far as its name tells. */
import { type Distribution, systemUsers } from '../../data/system-users.ts';
import { baseImageOf } from './base.ts';
import type { ImageReference } from './reference.ts';

const alpine = /(?:^|\/)(?:alpine|wolfi-base)$/;
const redHat =
  /(?:^|\/)(?:fedora|rockylinux|almalinux|oraclelinux|centos|amazonlinux|ubi\d*(?:-\w+)?)$|(?:^|\/)ubi\d+\//;
const oldRedHat =
  /(?:centos|oraclelinux|rhel):(?:centos)?[567](?:\D|$)|amazonlinux:(?:1|2|201\d)(?:\.|-|$)|(?:^|\/)ubi7|-al2(?:-|$)/;

function distributionOf(image: ImageReference): Distribution | undefined {
  const { repository, tag = '' } = image;
  if (alpine.test(repository) || /(?:^|-)alpine/.test(tag)) return 'alpine';
  if (oldRedHat.test(`${repository}:${tag}`)) return 'redhat7';
  if (redHat.test(repository) || /(?:^|-)(?:ubi|oracle|rocky|centos|amazon|fedora|al2)/.test(tag)) return 'redhat';
  return baseImageOf(image).tools === 'shadow' ? 'debian' : undefined;
}

/** The number of a user that the image has by itself: one for its program, or one of every such system. */
export function shippedNumber(image: ImageReference, name: string): number | undefined {
  const { shipped } = baseImageOf(image);
  if (shipped?.name === name) return shipped.uid;
  const distribution = distributionOf(image);
  return distribution === undefined ? undefined : systemUsers[distribution].get(name);
}
