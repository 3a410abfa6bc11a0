import assert from 'node:assert/strict';
import { it } from 'node:test';
import { foldersMadeIn } from '../../../../rules/model/dockerfile/made-by-program.ts';

it('folders are found where they are made, by their text or behind a name', () => {
  const python = `
import os
from pathlib import Path
DATA = os.environ.get("DATA_DIR", "/data/models")
CACHE: Path = Path("cache")
os.makedirs(DATA, exist_ok=True)
os.makedirs('/var/uploads')
Path("/srv/out").mkdir(parents=True)
CACHE.mkdir()
os.makedirs(os.path.join(DATA, user))
`;
  assert.deepEqual(foldersMadeIn(python), ['/data/models', '/var/uploads', '/srv/out', 'cache']);
  const node = `
const fs = require('fs');
const uploads = process.env.UPLOADS || './uploads';
if (!fs.existsSync(uploads)) fs.mkdirSync(uploads, { recursive: true });
fs.mkdir('/tmp/x', done);
`;
  assert.deepEqual(foldersMadeIn(node), ['./uploads', '/tmp/x']);
});

it('nothing is found in what makes none, however long', () => {
  assert.deepEqual(foldersMadeIn('print("mkdir /data")\n'), []);
  assert.deepEqual(foldersMadeIn(`x = ${'a'.repeat(60_000)}\nmkdir(x)`), []);
});
