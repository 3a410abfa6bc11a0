import rule from '../../../../rules/catalog/dockerfile/unpinned-go-tool.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM golang:1.25
    RUN go install -ldflags "-s -w" example.com/tool
    #                               ^^^^^^^^^^^^^^^^ unpinned-go-tool
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM golang:1.25
    RUN go install example.com/tool@v1.2.3 && go install ./cmd/...
    RUN go run main.go example.com/x
    RUN go run example.com/tool@v1.2.3 github.com/a/b
  `);
});
