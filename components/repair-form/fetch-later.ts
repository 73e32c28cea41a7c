import { untilItWorks } from '../../src/runtime/patience.ts';

/** Fetches what the screens after the first need, so that losing the line later loses nothing. */
export const fetchLater = () =>
  untilItWorks(() =>
    Promise.all([
      import('./screens/later.ts'),
      import('./own-words.ts'),
      import('../../src/runtime/upload/prepare.ts'),
    ]),
  );
