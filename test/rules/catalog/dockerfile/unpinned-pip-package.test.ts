import rule from '../../../../rules/catalog/dockerfile/unpinned-pip-package.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('the first package without a version')(dockerfile`
    FROM python:3.13-slim
    RUN python3 -m pip install --upgrade -i https://example.com/simple flask requests==2.32
    #                                                                  ^^^^^ unpinned-pip-package
    RUN uv pip install flask
    #                  ^^^^^ unpinned-pip-package
  `);

  clean('versions in every form, and what has none')(dockerfile`
    FROM python:3.13-slim
    RUN pip install -r requirements.txt
    RUN pip3.13 install -c constraints.txt flask
    RUN pip install . ./wheels/a.whl "b~=1.0" "c @ git+https://example.com/c@abc"
  `);

  check('a repository without a ref')(dockerfile`
    FROM python:3.13-slim
    RUN pip install --no-cache-dir git+https://git.example.com/tools/reporter.git
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unpinned-pip-package
  `);

  clean('a commit, a folder, and values of options')(dockerfile`
    FROM python:3.13-slim
    RUN pip install --no-cache-dir git+https://user@git.example.com/tools/a.git@4f1c2d3e4b5a69788796a5b4c3d2e1f00f1e2d3c#egg=a
    RUN pip install --no-cache-dir --root-user-action ignore packages/one flask==3.1.0
  `);
});
