import { dockerfile } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint } from '../../contract/rule.ts';
import type { Pair } from '../../model/dockerfile/instruction.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'redundant-platform',
  subject: 'stage',
  severity: 'info',
  profile: 'strict',
  // FROM takes the target platform by itself, as long as no ARG gives the variable another value.
  fix: 'safe',
  tags: ['practice'],
  title: 'FROM repeats the default platform',
  why: 'FROM uses this platform anyway. Readers look for a reason that does not exist.',
  remedy: 'Omit the flag.',
  aliases: [hadolint('DL3065'), buildkit('RedundantTargetPlatform')],
  examples: {
    bad: [
      dockerfile`FROM --platform=$TARGETPLATFORM debian:13-slim`,
      dockerfile`FROM --platform=\${TARGETPLATFORM} debian:13-slim AS build`,
    ],
    good: [dockerfile`FROM debian:13-slim`, dockerfile`FROM --platform=$BUILDPLATFORM debian:13-slim`],
  },

  check(stage, report) {
    const flag = stage.from?.flag('platform');
    if (flag?.valueSpan === undefined || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(flag.value ?? '')) return;
    // An ARG above the first FROM can give it another value.
    const { instructions } = stage.file.fragment;
    if (instructions.some(({ keyword, pairs }) => keyword === 'ARG' && pairs.some(setsTarget))) return;
    report(
      { anchor: flag.valueSpan, path: `${stage.path}.platform` },
      'Repeats the default: FROM takes the target platform anyway.',
      () => ({
        title: 'Omit the flag',
        edits: [removeWord(stage.file, flag.span)],
      }),
    );
  },
});

const setsTarget = ({ name, value }: Pair): boolean => name === 'TARGETPLATFORM' && value !== undefined;
