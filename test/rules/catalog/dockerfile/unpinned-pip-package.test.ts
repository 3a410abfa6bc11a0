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

  check('by pipx and uv')(dockerfile`
    FROM python:3.14-slim
    RUN pipx install black && pipx install --spec black==24.1.0 black
    #                ^^^^^ unpinned-pip-package
    RUN uv tool install ruff && uv pip install six
    #                   ^^^^ unpinned-pip-package
    #                                          ^^^ unpinned-pip-package
  `);

  clean('versions that constraints, a folder or a specification give')(dockerfile`
    FROM python:3.14-slim AS a
    ENV PIP_CONSTRAINT=/constraints.txt
    RUN pip install six
    FROM python:3.14-slim
    RUN pip install --no-index --find-links=/wheels six
    RUN pipx install black==24.1.0 && uv tool install ruff==0.9.1
  `);
});
