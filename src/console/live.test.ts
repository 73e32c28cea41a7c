import { expect } from '@open-wc/testing';
import { waitUntil } from '../../test/browser/until.ts';
import type { StaffEvent } from '../contract/staff.ts';
import { FixtureDesk } from './fixture-desk.ts';
import { LiveEvents } from './live.ts';

describe('the line with the desk', () => {
  const desk = new FixtureDesk();
  const happened: string[] = [];
  const events: StaffEvent[] = [];
  let line: LiveEvents;

  beforeEach(() => {
    happened.length = events.length = 0;
    desk.install();
    line = new LiveEvents(() => '/events', {
      changed: (event) => events.push(event),
      opened: (again) => happened.push(again ? 'opened again' : 'opened'),
      lost: () => happened.push('lost'),
    });
    line.start();
  });
  afterEach(() => {
    line.stop();
    desk.restore();
  });

  const after = (words: string) =>
    waitUntil(() => happened.at(-1) === words, words, { timeout: 4000 });

  it('tells what changed', async () => {
    await after('opened');
    desk.tell({ type: 'report', id: '1' });
    desk.tell({ type: 'message', id: '2' });
    expect(events).to.deep.equal([
      { type: 'report', id: '1' },
      { type: 'message', id: '2' },
    ]);
  });

  it('comes back by itself after an answer at which the browser gives up', async () => {
    await after('opened');
    desk.breakLine();
    expect(happened).to.deep.equal(['opened', 'lost']);
    await after('opened again');
  });

  it('comes back at once when asked', async () => {
    await after('opened');
    desk.breakLine();
    line.retry();
    await after('opened again');
    expect(happened.filter((each) => each === 'lost')).to.have.length(1);
  });

  it('gives up a line that looks open and says nothing any more', async () => {
    line.stop();
    happened.length = 0;
    const silent = new LiveEvents(
      () => '/events',
      {
        changed: () => undefined,
        opened: (again) => happened.push(again ? 'opened again' : 'opened'),
        lost: () => happened.push('lost'),
      },
      30,
    );
    silent.start();
    await waitUntil(() => happened.length >= 3);
    silent.stop();
    expect(happened.slice(0, 3)).to.deep.equal(['opened', 'lost', 'opened again']);
  });

  it('knows at once when the network is gone', async () => {
    await after('opened');
    line.gone();
    expect(happened).to.deep.equal(['opened', 'lost']);
    line.retry();
    await after('opened again');
  });

  it('says nothing any more after it was stopped', async () => {
    await after('opened');
    line.stop();
    desk.tell({ type: 'report', id: '1' });
    expect(events).to.deep.equal([]);
  });
});
