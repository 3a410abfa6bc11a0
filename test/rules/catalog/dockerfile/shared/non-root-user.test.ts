/** Which user a stage is offered, a sentence a row, as the rules on users offer it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import missingUser from '../../../../../rules/catalog/dockerfile/missing-user.ts';
import rootUser from '../../../../../rules/catalog/dockerfile/root-user.ts';
import unstatedUser from '../../../../../rules/catalog/dockerfile/unstated-user.ts';
import { applyEdits } from '../../../../../rules/text/edit.ts';
import { Scope } from '../../../../harness/scope.ts';
import { stageObstacles } from './stage-obstacles.ts';
import { stageUsers } from './stage-users.ts';

describe('the user that a stage is offered', () => {
  for (const { says, lines, user, supposes, refuses } of [...stageUsers, ...stageObstacles])
    it(says, () => {
      const text = `${lines.join('\n')}\n`;
      const scope = new Scope([missingUser, rootUser, unstatedUser], { language: 'dockerfile', text });
      const [finding] = scope.findings;
      assert.ok(finding !== undefined, 'nothing is found');
      const [first] = scope.fixes(finding);
      assert.ok(first !== undefined, 'nothing is offered');
      if ('refused' in first) {
        assert.match(first.refused, refuses ?? /^$/);
        return;
      }
      assert.ok(refuses === undefined, first.title);
      assert.match(first.assumes ? first.title : '', supposes ?? /^$/);
      const fixed = applyEdits(text, first.edits);
      if (user !== undefined) assert.ok(fixed.includes(`\n${user}\n`), fixed);
      assert.equal(
        scope.fixAll() === undefined,
        first.assumes && scope.fixes(finding).every((fix) => 'refused' in fix || fix.assumes),
      );
    });

  it('makes no user without the tools for it', () => {
    for (const image of [
      'amazonlinux:2023',
      'amazoncorretto:21',
      'openjdk:21',
      'oraclelinux:9-slim',
      'rockylinux:9-minimal',
    ]) {
      const text = `FROM ${image}\nCMD ["/srv/app"]\n`;
      assert.doesNotMatch(
        new Scope([missingUser], { language: 'dockerfile', text }).fixAll() ?? '',
        /useradd|adduser/,
        image,
      );
    }
    for (const image of ['public.ecr.aws/docker/library/alpine:3.22', 'python:3.13-alpine3.22']) {
      const text = `FROM ${image}\nCMD ["/srv/app"]\n`;
      assert.match(new Scope([missingUser], { language: 'dockerfile', text }).fixAll() ?? '', /RUN addgroup/, image);
    }
  });

  it('makes it as root, behind the USER that makes the stage root again', () => {
    const text = 'FROM debian:13 AS base\nUSER $WHO\nFROM base\nUSER root\nCOPY app /srv/\nCMD ["/srv/app"]\n';
    const scope = new Scope([rootUser], { language: 'dockerfile', text });
    assert.match(scope.fixAll() ?? '', /USER root\nRUN groupadd[^\n]*\nCOPY app \/srv\/\nUSER 10001:10001\n/);
  });
});
