import type { PublicProfile } from '../contract/profile.ts';
import { components } from '../generated/components.ts';
import type { Tag } from '../generated/components.ts';
import { loaders } from '../generated/texts.ts';
import type { FileName } from '../generated/texts.ts';
import { configureKit } from './kit.ts';

/**
 * What the association's own script (`/<association>/keukentafel.js`) starts: configures the kit and
 * defines each element when it stands on the page, now or later (a CMS puts them in at any time).
 */

const isTag = (name: string): name is Tag => name in components;

function define(within: ParentNode): void {
  for (const tag of Object.keys(components) as Tag[])
    if (within.querySelector(tag)) void components[tag].define();
}

/** @param deskOrigin without a slash at the end */
export function start(profile: PublicProfile, deskOrigin: string): void {
  configureKit({
    profile,
    deskOrigin,
    loadTexts: async (language, file) =>
      (await loaders[language as 'nl'][file as FileName]()).default,
  });
  define(document);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (!(node instanceof Element)) continue;
      if (isTag(node.localName)) void components[node.localName].define();
      define(node);
    }
  }).observe(document, { childList: true, subtree: true });
}
