import type { Row } from './words.ts';

/** A page of a website around a form. `head` and `body` are markup of our own. */
export const shell = (head: string, body: string, language = 'nl'): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Reparatie melden</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

export const escaped = (text: string): string => text.replace(/[&<"]/g, (each) => ENTITIES[each]!);

export const hintOf = ({ hint }: Row, markup: (text: string) => string): string =>
  hint ? markup(escaped(hint)) : '';
