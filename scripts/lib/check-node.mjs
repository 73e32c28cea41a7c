/**
 * Imported before anything else, and imports nothing itself: on a Node that is too old, the rest of
 * these scripts would not even be read.
 */
const wanted = [20, 19];
const have = process.versions.node.split('.').map(Number);
if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  process.stderr.write(
    'Keukentafel needs Node ' +
      wanted.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '.\n',
  );
  process.exit(1);
}
