import { expect } from '@open-wc/testing';
import { readRoute, writeRoute } from './route.ts';
import type { Route } from './route.ts';

describe('the address of a screen', () => {
  const routes: Route[] = [
    { screen: 'reports', association: 'delinde' },
    { screen: 'reports', association: 'delinde', report: '01a2-b3' },
    { screen: 'messages', association: 'delinde' },
    { screen: 'callbacks', association: 'delinde' },
    { screen: 'callbacks', association: 'delinde', callback: '01a2-b3' },
  ];

  for (const route of routes)
    it(`leads back to ${JSON.stringify(route)}`, () => {
      expect(readRoute(writeRoute(route))).to.deep.equal(route);
    });

  it('without an association is the list of none', () => {
    expect(readRoute('')).to.deep.equal({ screen: 'reports', association: '' });
  });
});
