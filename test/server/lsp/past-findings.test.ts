/** What is new since a commit, in the editor: the same as on the command line, from Git's objects alone. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lacksGit, Repository } from '../cli/repository.ts';
import { pod } from '../cli/writers/scan/sample.ts';
import { Client } from './client.ts';

interface Problem {
  readonly code: string;
  readonly range: { readonly start: { readonly line: number } };
}

describe('what is new since a commit', { skip: lacksGit && 'there is no Git' }, () => {
  let repository: Repository;
  let client: Client;
  let newSince = 'HEAD';
  before(async () => {
    repository = new Repository();
    repository.write('shop/web.yaml', pod('web'));
    repository.commit('Begin');
    client = await Client.start({
      directory: repository.path,
      settings: () => ({ newSince }),
      options: { listsFindings: true },
    });
  });
  after(async () => {
    await client.stop();
    repository.remove();
  });

  const problems = async (name: string, text: string): Promise<readonly Problem[]> => {
    const uri = client.uri(name);
    client.open(uri, text);
    const found = (await client.diagnostics(uri)) as readonly Problem[];
    client.close(uri);
    return found;
  };
  const set = (reference: string): void => {
    newSince = reference;
    client.notify('workspace/didChangeConfiguration', { settings: null });
  };

  it('is shown alone, however lines moved', async () => {
    assert.deepEqual(await problems('shop/web.yaml', pod('web')), []);
    assert.deepEqual(await problems('shop/web.yaml', `# moved\n\n${pod('web')}`), []);
    const both = await problems('shop/web.yaml', `${pod('web')}---\n${pod('new')}`);
    assert.ok(both.some(({ code }) => code === 'privileged-container'));
    assert.ok(both.every(({ range }) => range.start.line > 10));
    const page = (await client.request('seaworthy/report', null)) as string;
    assert.match(page, /Against <code>HEAD<\/code>: 0 new findings, \d+ known and not shown, 0 fixed/);
  });

  it('is what the command line tells since the same commit', async () => {
    repository.write('shop/new.yaml', pod('new'));
    const told = repository.in('shop').run('scan', '--since', 'HEAD', '--format', 'json').json().findings;
    const shown = (await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' })) as {
      readonly findings: number;
    };
    assert.ok(told.length > 0);
    assert.equal(shown.findings, told.length);
    const listed = (await client.request('seaworthy/findings', null)) as readonly { readonly fingerprint: string }[];
    assert.ok(listed.length > 0);
    repository.removeFile('shop/new.yaml');
  });

  it('is everything without the setting, and where there is no such commit, which is said', async () => {
    set('');
    assert.ok((await problems('shop/web.yaml', pod('web'))).length > 0);
    for (const wrong of ['no-such-branch', '--output=x', '-h']) {
      const warned = (): number => client.notifications.filter(({ method }) => method === 'window/showMessage').length;
      const before = warned();
      set(wrong);
      assert.ok((await problems('shop/web.yaml', pod('web'))).length > 0);
      await client.until(() => warned() > before);
    }
    set('HEAD');
    assert.deepEqual(await problems('shop/web.yaml', pod('web')), []);
  });
});
