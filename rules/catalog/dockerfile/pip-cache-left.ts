import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { installsBy } from '../../model/dockerfile/packages.ts';
import { addFlag, keepsNoPipCache, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'pip-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // The same packages are installed; pip keeps no copy of what it downloaded, and reads none that a mount holds.
  fix: 'safe',
  tags: ['practice'],
  title: 'Cache of pip stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'Install with `--no-cache-dir`, or mount a cache.',
  aliases: [hadolint('DL3042'), kics('Pip install Keeping Cached Packages')],
  examples: {
    bad: [
      dockerfile`
        FROM python:3.13-slim
        RUN pip install flask==3.1.0
      `,
      dockerfile`
        FROM python:3.13-slim
        RUN python3 -m pip install -r requirements.txt
      `,
    ],
    good: [
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask==3.1.0
      `,
      dockerfile`
        FROM python:3.13-slim
        RUN --mount=type=cache,target=/root/.cache/pip pip install flask==3.1.0
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, installsBy(instruction, 'pip'), report, {
      folders: ['/root/.cache/pip', '/root/.cache/uv'],
      cache: /\/\.cache(?:$|\/(?:pip|uv)(?:\/|$))/,
      movedBy: { variables: ['PIP_CACHE_DIR', 'UV_CACHE_DIR', 'XDG_CACHE_HOME'], option: '--cache-dir' },
      message: 'Leaves the cache of pip in this layer of the image.',
      each: true,
      isCleaned: keepsNoPipCache,
      fix: (whole, install) => addFlag(whole, install, '--no-cache-dir', 'Keep no cache'),
    });
  },
});
