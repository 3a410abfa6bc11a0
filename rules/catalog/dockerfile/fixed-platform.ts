import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint, kics } from '../../contract/rule.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'fixed-platform',
  subject: 'stage',
  severity: 'info',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  title: 'Image is built for one platform alone',
  why: 'The platform is written into the file, so that a build for another one still takes this image. On other machines it runs emulated, or not at all.',
  remedy: 'Omit the flag and choose the platform when building, or name the platform in the stage: `AS build-amd64`.',
  aliases: [
    hadolint('DL3029'),
    buildkit('FromPlatformFlagConstDisallowed'),
    kics('Using Platform Flag with FROM Command'),
  ],
  examples: {
    bad: [
      dockerfile`FROM --platform=linux/amd64 debian:13-slim`,
      dockerfile`
        FROM --platform=linux debian:13-slim AS build
        RUN make
      `,
    ],
    good: [
      dockerfile`FROM --platform=$BUILDPLATFORM debian:13-slim AS build`,
      dockerfile`FROM --platform=linux/arm64 debian:13-slim AS tools-arm64`,
    ],
  },

  check(stage, report) {
    const flag = stage.from?.flag('platform');
    const value = flag?.value;
    if (flag?.valueSpan === undefined || value === undefined || value === '' || value.includes('$')) return;
    // A stage for each platform says so in its name.
    const parts = value.toLowerCase().split('/');
    if (parts.some((part) => stage.name?.includes(part))) return;
    report({ anchor: flag.valueSpan, path: `${stage.path}.platform` }, `Always takes the image for ${value}.`, () => ({
      title: 'Build for the platform that is asked for',
      assumes: 'all that it installs exists for each platform',
      edits: [removeWord(stage.file, flag.span)],
    }));
  },
});
