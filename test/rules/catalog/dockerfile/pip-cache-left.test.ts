import rule from '../../../../rules/catalog/dockerfile/pip-cache-left.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('each install of a RUN')(dockerfile`
    FROM python:3.13-slim
    RUN pip install flask && pip install requests
    #       ^^^^^^^ pip-cache-left 💡
    #                            ^^^^^^^ pip-cache-left 💡
  `);

  clean('cleaned in the same RUN, mounted, or not installing')(dockerfile`
    FROM python:3.13-slim
    RUN pip install --no-cache-dir flask
    RUN pip --no-cache-dir install flask
    RUN PIP_NO_CACHE_DIR=1 pip install flask
    RUN --mount=type=cache,target=/root/.cache/pip pip install flask
    RUN pip install flask && pip cache purge
    RUN pip download flask
  `);

  fix('in the same RUN')(dockerfile`
      FROM python:3.13-slim
    - RUN pip install -r requirements.txt
    + RUN pip install --no-cache-dir -r requirements.txt
  `);

  clean('a cache that is moved to where a mount is')(dockerfile`
    FROM python:3.13-slim
    ENV PIP_CACHE_DIR=/var/cache/wheels
    RUN --mount=type=cache,target=$PIP_CACHE_DIR pip install flask==3.1.0
    RUN --mount=type=cache,target=/var/cache/wheels pip install flask==3.1.0
    RUN --mount=type=cache,target=/c PIP_CACHE_DIR=/c pip install flask==3.1.0
    RUN --mount=type=cache,target=/c pip install --cache-dir /c flask==3.1.0
    RUN --mount=type=cache,target=/srv/app/.cache/pip --mount=type=cache,target=/var/cache pip install flask==3.1.0
  `);

  check('a mount where the cache is not')(dockerfile`
    FROM python:3.13-slim
    ENV PIP_CACHE_DIR=/var/cache/wheels
    RUN --mount=type=cache,target=/root/.cache/pip pip install flask==3.1.0
    #                                                  ^^^^^^^ pip-cache-left 💡
  `);

  clean('any value that pip reads switches it off, as does its configuration')(dockerfile`
    FROM python:3.13-slim AS a
    ENV PIP_NO_CACHE_DIR=off
    RUN pip install flask==3.1.0
    FROM python:3.13-slim AS b
    RUN PIP_NO_CACHE_DIR=0 pip install flask==3.1.0
    RUN export PIP_NO_CACHE_DIR=false && pip install flask==3.1.0
    RUN env PIP_NO_CACHE_DIR=No pip install flask==3.1.0
    RUN pip config set global.no-cache-dir false && pip install flask==3.1.0
    RUN pip install flask==3.1.0
    FROM b AS c
    RUN pip install flask==3.1.0
    RUN UV_NO_CACHE=1 uv pip install flask==3.1.0
    RUN uv pip install -n flask==3.1.0
    FROM c
  `);

  check('what is empty, stands elsewhere, or is read by another program')(dockerfile`
    FROM python:3.13-slim
    ENV PIP_NO_CACHE_DIR="" PIP_NO_COLOR=off
    RUN pip install flask==3.1.0
    #       ^^^^^^^ pip-cache-left 💡
    RUN PIP_NO_CACHE_DIR=1 pip install flask==3.1.0 && pip install six==1.17.0
    #                                                      ^^^^^^^ pip-cache-left 💡
    RUN PIP_NO_CACHE_DIR=1 uv pip install flask==3.1.0
    #                             ^^^^^^^ pip-cache-left 💡
    RUN pip install six==1.17.0 && export PIP_NO_CACHE_DIR=1
    #       ^^^^^^^ pip-cache-left 💡
  `);
});
