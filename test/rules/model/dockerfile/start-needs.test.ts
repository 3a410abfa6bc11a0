import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alone } from '../../../../rules/model/dockerfile/around.ts';
import { parseDockerfile } from '../../../../rules/model/dockerfile/file.ts';
import { obstaclesTo } from '../../../../rules/model/dockerfile/obstacles.ts';
import type { Stage } from '../../../../rules/model/dockerfile/stage.ts';
import { foldersOfStart, machineProgram, startNeeds } from '../../../../rules/model/dockerfile/start-needs.ts';

const who = { user: '10001:10001', uid: 10001, label: 'user 10001' };

function stageOf(text: string): Stage {
  const stage = parseDockerfile(text).finalStage;
  assert.ok(stage !== undefined);
  return stage;
}

describe('folders that a program writes into because of where it stands', () => {
  for (const [name, text, folder] of [
    [
      'an application that was unpacked, by its program',
      'FROM eclipse-temurin:21-jre\nENV HOME_OF=/opt/activemq\nRUN mkdir -p $HOME_OF && curl -s https://example.com/a.tar.gz | tar xz -C $HOME_OF\nCMD ["/opt/activemq/bin/activemq", "console"]\n',
      '/opt/activemq',
    ],
    [
      'one that was unpacked into the folder where it works',
      'FROM eclipse-temurin:21-jre\nRUN cd /usr/src && wget https://example.com/a.zip && unzip a.zip\nWORKDIR /usr/src/ofbiz\nCMD ["java", "-jar", "build/ofbiz.jar"]\n',
      '/usr/src/ofbiz',
    ],
    [
      'a repository that was cloned',
      'FROM python:3.13-slim\nRUN git clone https://example.com/ui.git /ui\nWORKDIR /ui\nCMD ["python", "main.py"]\n',
      '/ui',
    ],
    [
      'one to which settings are added',
      'FROM eclipse-temurin:21-jre\nRUN mkdir /mnt/openfire && curl -s https://example.com/a.tar.gz | tar xz -C /mnt/openfire\nCOPY openfire.xml /mnt/openfire/conf/openfire.xml\nCMD ["/mnt/openfire/bin/openfire", "run"]\n',
      '/mnt/openfire',
    ],
    [
      'one that a script starts',
      'FROM eclipse-temurin:21-jre\nRUN curl -s https://example.com/a.tar.gz | tar xz -C /jboss\nCMD ["/run.sh"]\n',
      '/jboss',
    ],
    [
      'a server for development',
      'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nCMD ["yarn", "dev", "--host", "0.0.0.0"]\n',
      '/app',
    ],
    ['a framework that logs there', 'FROM ruby:3.4\nWORKDIR /blog\nCOPY . .\nCMD ["rails", "server"]\n', '/blog'],
  ] as const)
    it(`are known by: ${name}`, () => {
      assert.deepEqual(foldersOfStart(stageOf(text)), [folder]);
      assert.ok(obstaclesTo(stageOf(text), who, alone).includes(`user 10001 may write ${folder}`));
    });

  it('are those of logs that are watched', () => {
    const text =
      'FROM debian:13\nCOPY . /opt/x\nCMD ["bash", "-c", "/opt/x/bin/x start && tail -f /opt/x/logs/x.log"]\n';
    assert.ok(obstaclesTo(stageOf(text), who, alone).includes('user 10001 may write /opt/x/logs'));
  });

  it('are its own where they were given to it', () => {
    const text =
      'FROM python:3.13-slim\nRUN git clone https://example.com/ui.git /ui && chown -R 10001:10001 /ui\nWORKDIR /ui\nCMD ["python", "main.py"]\n';
    assert.deepEqual(obstaclesTo(stageOf(text), who, alone), []);
  });

  for (const text of [
    'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN curl https://example.com/x.tgz | tar xz -C /usr/local/bin\nCMD ["node", "main.js"]\n',
    'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nCMD ["yarn", "start"]\n',
    'FROM debian:13\nRUN tar xf /x.tar -C /usr/local\nCMD ["/usr/local/bin/x"]\n',
  ])
    it(`are not known of ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.deepEqual(foldersOfStart(stageOf(text)), []);
    });
});

describe('what else stands against another user than root', () => {
  for (const [name, text, clause] of [
    ['a user that only root becomes', 'FROM python:3.13\nCMD gunicorn -u www-data app:app\n', /becomes www-data$/],
    ['nothing that is started', 'FROM debian:13\nRUN apt-get update\n', /^what is started in it needs no root$/],
    [
      'root in place of a user that nobody knows',
      'FROM sonatype/nexus3:3.21.1\nUSER root\nRUN ls\n',
      /the user of the image that it is built on$/,
    ],
    [
      'tools for disks',
      'FROM alpine:3.22\nRUN apk add --no-cache lvm2 xfsprogs\nCMD ["/serve"]\n',
      /^lvm2 needs no root$/,
    ],
  ] as const)
    it(name, () => {
      const [found] = startNeeds(stageOf(text), who);
      assert.match(found ?? '', clause);
    });

  it('is nothing of a plain server', () => {
    const text = 'FROM python:3.13\nCOPY . /app\nCMD ["python", "-u", "/app/main.py"]\n';
    assert.deepEqual(startNeeds(stageOf(text), who), []);
    assert.equal(machineProgram(stageOf(text)), undefined);
    const entrypoint =
      'FROM eclipse-temurin:21-jre\nCOPY docker-entrypoint.sh /\nENTRYPOINT ["/docker-entrypoint.sh"]\n';
    assert.equal(machineProgram(stageOf(entrypoint)), undefined);
  });
});
