# kt-__name__: what it meets, and how each was checked

| What | How it was checked |
| --- | --- |
| WCAG 2.2 A and AA, contrast 7:1 (1.4.6) | axe in every story, in every language: `npm test -- stories` |
| Targets of 48 px with 8 px between (2.5.5) | our own sweep in every story |
| The way to a person at the same place (3.2.6) | every story, in every language |
| 320 px wide, and text doubled, without scrolling sideways (1.4.10, 1.4.4) | every story |
| Labels, errors and the error summary (3.3.1, 3.3.2) | `__name__.test.ts` |
