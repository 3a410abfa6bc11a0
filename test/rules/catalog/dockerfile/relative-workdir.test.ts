import rule from '../../../../rules/catalog/dockerfile/relative-workdir.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix, refuses }) => {
  clean('absolute, or relative to what the file states')(debian`
    WORKDIR /srv
    WORKDIR app
    WORKDIR 'C:\\app'
    WORKDIR "/usr/local"
  `);

  fix('from the root')(dockerfile`
      FROM debian:13-slim
    - WORKDIR app/bin
    + WORKDIR /app/bin
  `);

  fix('where the base image begins')(
    { language: 'dockerfile', text: 'FROM golang:1.25\nWORKDIR app\n' },
    { language: 'dockerfile', text: 'FROM golang:1.25\nWORKDIR /go/app\n' },
  );

  fix('the first of two')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nWORKDIR app\nWORKDIR web\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nWORKDIR /app\nWORKDIR web\n' },
  );

  refuses(
    'in ONBUILD',
    /built on this one/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nONBUILD WORKDIR app\n' });
});
