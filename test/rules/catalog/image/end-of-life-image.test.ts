import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/image/end-of-life-image.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { dockerfile, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a release, and the distribution below another image')(dockerfile`
    FROM alpine:3.1 AS a
    #    ^^^^^^^^^^ end-of-life-image
    FROM node:22-buster-slim AS b
    #    ^^^^^^^^^^^^^^^^^^^ end-of-life-image
    FROM public.ecr.aws/docker/library/python:3.13-alpine3.16
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ end-of-life-image
  `);

  check('C-0292: whatever version')(pod`
    containers:
      - name: controller
        image: registry.k8s.io/ingress-nginx/controller:v1.12.0
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ end-of-life-image
  `);

  clean('releases that only begin alike, images of others, what is still kept')(dockerfile`
    FROM alpine:3.22 AS a
    FROM python:3.13-slim-trixie AS b
    FROM example.com/centos:7
  `);
});

it('speaks from the day on which the fixes end', () => {
  const found = (today: string): number => {
    const workspace = new Workspace([rule]);
    workspace.update({ path: 'Dockerfile', text: 'FROM node:22-slim\nUSER 1000\n' }, { ...defaultSettings, today });
    return workspace.findings('Dockerfile').length;
  };
  assert.deepEqual(['2027-04-28', '2027-04-29', '2027-04-30', '2027-05-01'].map(found), [0, 0, 1, 1]);
});
