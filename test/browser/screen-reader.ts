/**
 * What a screen reader finds, by the rules of roles and names (as axe-core knows them): the same in every
 * engine. What is really said, Orca tells (`test/heard`).
 */

interface VirtualNode {
  actualNode: Node;
  children: readonly VirtualNode[];
}

/** The part of axe-core's `commons` that is used here; the package has no types for it. */
export interface AxeTree {
  setup(root: Element): VirtualNode;
  teardown(): void;
  commons: {
    aria: { getRole(node: VirtualNode): string | null };
    dom: { isVisibleToScreenReaders(node: VirtualNode): boolean };
    text: { accessibleTextVirtual(node: VirtualNode): string };
  };
}

/** Roles that only hold others: a reader says nothing of them. */
const SILENT = ['generic', 'presentation', 'none', 'paragraph', 'strong', 'emphasis', 'term'];

const states = (element: Element): string => {
  const level = /^H([1-6])$/.exec(element.tagName)?.[1];
  const { checked, required } = element as Partial<HTMLInputElement>;
  const marks = [
    level && `level=${level}`,
    checked && 'checked',
    (required || element.getAttribute('aria-required') === 'true') && 'required',
    element.getAttribute('aria-invalid') === 'true' && 'invalid',
    element.getAttribute('aria-expanded') === 'true' && 'expanded',
    element.matches(':disabled') && 'disabled',
  ].filter(Boolean);
  return marks.map((mark) => ` [${mark}]`).join('');
};

/** One line a thing: `- heading "Is er nu gevaar?" [level=2]`, its parts under it. */
export function thingsFound({ setup, teardown, commons }: AxeTree, root: Element): string {
  const { aria, dom, text } = commons;
  const lines: string[] = [];
  const visit = (node: VirtualNode, depth: number): void => {
    let below = depth;
    if (node.actualNode instanceof Element) {
      if (!dom.isVisibleToScreenReaders(node)) return;
      const role = aria.getRole(node);
      if (role && !SILENT.includes(role)) {
        const name = text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim();
        lines.push(
          `${'  '.repeat(depth)}- ${role}${name && ` "${name}"`}${states(node.actualNode)}`,
        );
        below += 1;
      }
    }
    for (const child of node.children) visit(child, below);
  };
  const tree = setup(root);
  try {
    visit(tree, 0);
  } finally {
    teardown();
  }
  return lines.join('\n');
}
