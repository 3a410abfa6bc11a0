import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from '../../../harness/recommended.ts';
import { typed } from './typed.ts';

const at = (marked: string): readonly string[] => typed('Dockerfile', marked).labels;

describe('a user for the base', () => {
  it('is the one that it ships or that the stage makes, else a number', () => {
    for (const [before, user] of [
      ['FROM node:24', '1000:1000'],
      ['FROM debian:13', '10001:10001'],
      ['FROM gcr.io/distroless/static-debian12', '65532:65532'],
      ['FROM scratch', '65532:65532'],
      ['FROM mcr.microsoft.com/windows/servercore:ltsc2022', 'ContainerUser'],
      ['FROM debian:13\nRUN useradd -u 4321 app', '4321'],
    ])
      assert.equal(at(`${before}\nUS|`)[0], `USER ${user}`, before);
  });

  it('leaves nothing to find, at the end of a file and before what is started', () => {
    for (const marked of [
      'FROM node:24\nWORKDIR /app\nCOPY . .\n|\nCMD ["node", "a.js"]\n',
      'FROM python:3.13-slim\nCOPY . /app\nu|',
    ]) {
      const { text, labels, take } = typed('Dockerfile', marked);
      const [label = ''] = labels;
      const [before, after] = [found('Dockerfile', text, 'strict'), found('Dockerfile', take(label), 'strict')];
      assert.ok(!after.includes('missing-user'));
      assert.deepEqual(
        after.filter((rule) => !before.includes(rule)),
        [],
      );
    }
  });

  it('is not offered in an instruction, a heredoc, an argument, or before the first stage', () => {
    for (const marked of [
      '|',
      'ARG A=1\nUS|',
      'FROM node:24\nRUN a && \\\n  |',
      'FROM node:24\nRUN a \\\n# note\n  |',
      'FROM node:24\nRUN <<E\nus|',
      'FROM node:24\nRUN us|',
      'FROM node:24\n# us|',
    ])
      assert.deepEqual(at(marked), [], marked);
    assert.notDeepEqual(at('FROM node:24\nRUN <<E\nus\nE\n|'), []);
  });
});

describe('a health check', () => {
  it('is a command that the base has, on the port that the file names', () => {
    const check = (before: string): string | undefined =>
      typed('Dockerfile', `${before}\nHEALTH|`).offers.find(({ word }) => word === 'HEALTHCHECK')?.text;
    assert.match(check('FROM node:24\nEXPOSE 3000') ?? '', /node.*localhost:3000\//);
    assert.match(check('FROM python:3.13') ?? '', /urllib.*localhost:8080\//);
    assert.match(check('FROM alpine:3.22\nEXPOSE 53/udp 90/tcp') ?? '', /"wget"/);
    assert.equal(check('FROM debian:13'), undefined);
    assert.equal(check('FROM scratch'), undefined);
  });

  it('leaves nothing to find', () => {
    for (const base of ['node:24', 'python:3.13', 'alpine:3.22']) {
      const { text, take } = typed('Dockerfile', `FROM ${base}\nUSER 10001\n|\n`);
      const before = found('Dockerfile', text, 'strict');
      assert.deepEqual(
        found('Dockerfile', take('HEALTHCHECK'), 'strict').filter((rule) => !before.includes(rule)),
        [],
      );
    }
  });
});
