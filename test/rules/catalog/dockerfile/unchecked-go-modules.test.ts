import rule from '../../../../rules/catalog/dockerfile/unchecked-go-modules.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('as variables and in front of a command')(dockerfile`
    FROM golang:1.25
    ENV GONOSUMDB=*
    #   ^^^^^^^^^ unchecked-go-modules 💡
    RUN GOSUMDB=off go mod download
    #   ^^^^^^^^^^^ unchecked-go-modules
  `);

  fix('takes it away')(dockerfile`
      FROM golang:1.25
    - ENV GOSUMDB=off
      RUN make
  `);

  clean('empty')(dockerfile`
    FROM golang:1.25
    ENV GOINSECURE= GOFLAGS=-mod=vendor
  `);
});
