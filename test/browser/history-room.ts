/**
 * WebKit refuses the 101st write to the browser's history within ten seconds, and Firefox the 201st. No
 * person gets there; a file of tests does. So who opens a form waits until there is room for a test.
 */
const SPAN = 10_000;
const ROOM = 50;

const writes: number[] = [];

for (const name of ['pushState', 'replaceState'] as const) {
  const own = History.prototype[name];
  History.prototype[name] = function (...all: Parameters<History['pushState']>): void {
    writes.push(performance.now());
    own.apply(this, all);
  };
}

const recent = (): number => {
  const since = performance.now() - SPAN;
  return writes.length - (writes.findLastIndex((at) => at < since) + 1);
};

/** So many writes are left to the test that begins now: 50. */
async function historyHasRoom(): Promise<void> {
  while (recent() > ROOM) await new Promise((resolve) => setTimeout(resolve, 100));
}

beforeEach(function () {
  this.timeout(2 * SPAN);
  return historyHasRoom();
});
