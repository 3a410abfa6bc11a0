import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-gem',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Gem has no fixed version',
  why: 'The next build takes whatever was published last, also a release that somebody has just taken over.',
  remedy: 'Write `name:version`, or install from Gemfile.lock with Bundler.',
  aliases: [hadolint('DL3028'), kics('Gem Install Without Version')],
  examples: {
    bad: [
      dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler
      `,
      dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler:2.7.1 rake
      `,
    ],
    good: [
      dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler:2.7.1
      `,
      dockerfile`
        FROM ruby:3.4-slim
        RUN gem install bundler -v 2.7.1
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'gem', report);
  },
});
