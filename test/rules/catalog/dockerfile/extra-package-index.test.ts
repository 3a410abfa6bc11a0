import rule from '../../../../rules/catalog/dockerfile/extra-package-index.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('as a flag and as a variable')(dockerfile`
    FROM python:3.13
    ENV PIP_EXTRA_INDEX_URL=https://a.example
    #   ^^^^^^^^^^^^^^^^^^^ extra-package-index
    RUN python -m pip install --extra-index-url=https://a.example x
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ extra-package-index
  `);

  clean('empty, and with hashes')(dockerfile`
    FROM python:3.13
    ARG PIP_EXTRA_INDEX_URL
    RUN pip install --require-hashes --extra-index-url https://a.example -r r.txt
  `);
});
