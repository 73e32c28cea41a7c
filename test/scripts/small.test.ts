import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { small } from '../../scripts/build/small.mjs';

const templates = small().find(({ name }) => name === 'small-templates');

function shrunk(code: string): string {
  const { transform } = templates as unknown as {
    transform: (code: string, id: string) => { code: string } | undefined;
  };
  return transform.call({ parse: parseAst }, code, '/src/a.ts')?.code ?? code;
}

describe('a template that is built', () => {
  it('has no indentation, and still a space between two words', () =>
    assert.equal(shrunk('html`<p>\n    Een\n    twee\n  </p>`'), 'html`<p> Een twee </p>`'));

  it('has no comments in its styles', () =>
    assert.equal(
      shrunk('css`\n  /* why */\n  .a {\n    color: red;\n  }\n`'),
      'css` .a{color: red}`',
    ));

  it('keeps what stands in its holes, also a template in a template', () =>
    assert.equal(
      shrunk('html`<a>\n  ${b ? html`<i>\n  ${"x\\n  y"}</i>` : c}\n</a>`'),
      'html`<a> ${b ? html`<i> ${"x\\n  y"}</i>` : c} </a>`',
    ));

  it('leaves any other template alone', () =>
    assert.equal(shrunk('sql`a\n   b`; `c\n   d`'), 'sql`a\n   b`; `c\n   d`'));
});
