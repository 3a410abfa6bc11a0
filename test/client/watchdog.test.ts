/** A server that does not answer is noticed by ticks of a clock that the test moves. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CrashHistory } from '../../client/crash-history.ts';
import { type Ticker, Watchdog } from '../../client/watchdog.ts';
import { Client } from '../server/lsp/client.ts';

class Clock implements Ticker {
  readonly #ticks = new Set<() => void>();

  every(_milliseconds: number, tick: () => void): { dispose(): void } {
    this.#ticks.add(tick);
    return { dispose: () => this.#ticks.delete(tick) };
  }

  get isWatched(): boolean {
    return this.#ticks.size > 0;
  }

  pass(seconds: number): void {
    for (let i = 0; i < seconds; i++) for (const tick of [...this.#ticks]) tick();
  }
}

const never = (): Promise<never> => new Promise(() => undefined);

function watched(ping: () => Promise<unknown>): { clock: Clock; dog: Watchdog; lost: (string | undefined)[] } {
  const clock = new Clock();
  const lost: (string | undefined)[] = [];
  const dog = new Watchdog(clock, ping, (document) => lost.push(document));
  dog.begin();
  return { clock, dog, lost };
}

describe('the watch on the server', () => {
  it('is quiet as long as it answers, be it with an error', async () => {
    let asked = 0;
    const { clock, lost } = watched(async () => {
      if (asked++ % 2 === 1) throw new Error('unknown method');
    });
    for (let i = 0; i < 20; i++) {
      clock.pass(5);
      await Promise.resolve();
      await Promise.resolve();
    }
    assert.deepEqual([asked, lost], [20, []]);
  });

  it('gives up after ten seconds, once, and names what was waited for longest', () => {
    const { clock, dog, lost } = watched(never);
    assert.ok(dog.during('a.yaml', never) instanceof Promise);
    assert.ok(dog.during('b.yaml', never) instanceof Promise);
    clock.pass(14);
    assert.deepEqual(lost, []);
    clock.pass(1);
    assert.deepEqual(lost, ['a.yaml']);
    clock.pass(60);
    assert.deepEqual([lost, clock.isWatched], [['a.yaml'], false]);
  });

  it('forgets a document whose request was answered, or failed', async () => {
    const { clock, dog, lost } = watched(never);
    assert.equal(await dog.during('a.yaml', async () => 1), 1);
    await assert.rejects(
      dog.during('b.yaml', async () => {
        throw new Error('no');
      }),
      /no/,
    );
    clock.pass(15);
    assert.deepEqual(lost, [undefined]);
  });

  it('begins anew with a new server', () => {
    const { clock, dog, lost } = watched(never);
    clock.pass(12);
    dog.begin();
    clock.pass(14);
    assert.deepEqual(lost, []);
    dog.end();
    clock.pass(60);
    assert.deepEqual(lost, []);
  });

  it('ends a process that is stuck', { skip: process.platform === 'win32' && 'there is no SIGSTOP' }, async () => {
    const client = await Client.start();
    const ended = client.ended();
    const lost = new Promise<string | undefined>((resolve) => {
      const clock = new Clock();
      const dog = new Watchdog(clock, () => client.request('seaworthy/ping', null), resolve);
      process.kill(client.pid, 'SIGSTOP');
      dog.begin();
      dog.during('a.yaml', () => client.diagnostics(client.uri('shop/a.yaml'))).catch(() => undefined);
      clock.pass(15);
    });
    assert.equal(await lost, 'a.yaml');
    process.kill(client.pid, 'SIGKILL');
    assert.equal(await ended, 'SIGKILL');
    client.clear();
  });
});

describe('what the next server is spared', () => {
  it('is the document, until it changes', () => {
    const losses = new CrashHistory(() => 0);
    losses.lost('a.yaml');
    assert.deepEqual([losses.aside, losses.gathers], [['a.yaml'], true]);
    losses.changed('b.yaml');
    assert.deepEqual(losses.aside, ['a.yaml']);
    losses.changed('a.yaml');
    assert.deepEqual(losses.aside, []);
  });

  it('is reading folders, when it was no document or the document was not the reason', () => {
    const nothing = new CrashHistory(() => 0);
    nothing.lost(undefined);
    assert.deepEqual([nothing.aside, nothing.gathers], [[], false]);
    const twice = new CrashHistory(() => 0);
    twice.lost('a.yaml');
    twice.lost('b.yaml');
    assert.deepEqual([twice.aside, twice.gathers], [['a.yaml', 'b.yaml'], false]);
  });

  it('is a start, after too many ends in a short time', () => {
    let now = 0;
    const losses = new CrashHistory(() => now);
    const started = Array.from({ length: 6 }, () => losses.closed());
    assert.deepEqual(started, [true, true, true, true, false, false]);
    now += 10 * 60 * 1000;
    assert.equal(losses.closed(), true);
  });
});
