/**
 * Which distribution an image holds, as far as its name tells, and what comes with each family. Sources: the publishers' pages of the images (Docker
 * Official Images, Red Hat UBI, NVIDIA), the list of essential packages of Debian 13 and Ubuntu 24.04, BusyBox 1.37; read 2026-11-27.
 */

/**
 * busybox: shell and tools are BusyBox's (Alpine). debian: `sh` is dash, and bash is essential (Debian, Ubuntu). rpm: `sh` is bash (Fedora, Red Hat,
 * SUSE, Amazon, Photon and their like).
 */
export type Family = 'busybox' | 'debian' | 'rpm';

/** On the full name with registry. */
export const rpmImages: readonly RegExp[] = [
  /^docker\.io\/library\/(?:fedora|rockylinux|almalinux|oraclelinux|centos|photon|amazonlinux|amazoncorretto|clefos|mysql)$/,
  /^docker\.io\/(?:rockylinux|almalinux|opensuse|redhat|oraclelinux)\//,
  /^(?:registry\.suse\.com|registry\.fedoraproject\.org|registry\.opensuse\.org|registry\.(?:access\.)?redhat\.(?:com|io))\//,
  /^quay\.io\/(?:centos|fedora|almalinuxorg|rockylinux)\//,
  /^public\.ecr\.aws\/(?:amazonlinux\/|docker\/library\/(?:amazonlinux|fedora)$)/,
];

/** Tags of other images that say so. */
export const rpmTag =
  /(?:^|-)(?:ubi\d*|rockylinux\d*|almalinux\d*|centos\d*|fedora\d*|oracle(?:linux\d*)?|ol\d|al2(?:023)?)(?:$|[-.])/;

/** Releases of Debian and Ubuntu in a tag. */
export const debianTag =
  /(?:^|-)(?:buster|bullseye|bookworm|trixie|forky|sid|bionic|focal|jammy|noble|resolute|debian-?\d*|ubuntu-?[\d.]*)(?:$|-)/;

/** Images without a shell, or of which it is not certain that theirs is BusyBox's. */
export const bareImages = /^(?:gcr\.io\/distroless|cgr\.dev|docker\.io\/chainguard|dhi\.io)\//;
export const bareTag = /chiseled|distroless/;
