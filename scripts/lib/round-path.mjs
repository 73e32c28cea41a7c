/**
 * The `d` of an SVG path on whole units. Material Symbols are drawn on 960 × 960 with two decimals; at
 * 40 px one unit is a 24th of a pixel, and whole units are a fifth fewer bytes. Relative steps are
 * taken from the rounded point, so that errors do not add up.
 */

/** Numbers a command takes, each a step along x, along y, or neither. */
const TAKES = {
  m: 'xy',
  l: 'xy',
  t: 'xy',
  h: 'x',
  v: 'y',
  c: 'xyxyxy',
  s: 'xyxy',
  q: 'xyxy',
  a: 'rrafFxy',
  z: '',
};
const COMMAND = /([a-z])([^a-z]*)/gi;
const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)/g;

/** Flags of an arc may be written together ("11"). */
function numbersOf(takes, text) {
  const numbers = [];
  let rest = text;
  while (/[\d.]/.test(rest)) {
    const flag = takes && /[fF]/.test(takes[numbers.length % takes.length]);
    const pattern = flag ? /[01]/ : new RegExp(NUMBER.source);
    const found = pattern.exec(rest);
    numbers.push(Number(found[0]));
    rest = rest.slice(found.index + found[0].length);
  }
  return numbers;
}

const joined = (numbers) =>
  numbers.map((number, index) => (index && number >= 0 ? ` ${number}` : `${number}`)).join('');

/** @param {string} d */
export function roundPath(d) {
  /** Where the pen is: as drawn, and rounded. */
  const exact = { x: 0, y: 0 };
  const start = { x: 0, y: 0 };
  const snap = (value) => Math.round(value);
  let written = '';
  for (const [, command, text] of d.matchAll(COMMAND)) {
    const kind = command.toLowerCase();
    const takes = TAKES[kind];
    const relative = command === kind;
    const numbers = numbersOf(takes, text);
    if (kind === 'z') Object.assign(exact, start);
    const out = [];
    for (let first = 0; first < numbers.length; first += takes.length) {
      const step = numbers.slice(first, first + takes.length);
      const from = { ...exact };
      step.forEach((number, index) => {
        const axis = takes[index];
        if (axis !== 'x' && axis !== 'y') {
          out.push(snap(number));
          return;
        }
        const to = relative ? from[axis] + number : number;
        out.push(relative ? snap(to) - snap(from[axis]) : snap(to));
        exact[axis] = to;
      });
      if (kind === 'm' && first === 0) Object.assign(start, exact);
    }
    written += command + joined(out);
  }
  return written;
}
