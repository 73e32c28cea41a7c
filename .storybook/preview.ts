import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { languages, nameOf } from '../src/contract/languages.ts';
import { loaders } from '../src/generated/texts.ts';
import type { FileName, Lang } from '../src/generated/texts.ts';
import { configureKit } from '../src/runtime/kit.ts';
import type { KitOptions } from '../src/runtime/kit.ts';
import { AXE_OPTIONS } from '../test/browser/axe.ts';
import { demoProfile } from '../test/browser/demo-profile.ts';
import { settled } from '../test/browser/kit-elements.ts';
import './preview.css';

const kit: KitOptions = {
  profile: demoProfile,
  loadTexts: async (language, file) =>
    (await loaders[language as Lang][file as FileName]()).default,
};

const stage: Decorator = (story, { globals }) =>
  html`<main
    class="stage"
    lang=${String(globals['language'])}
    data-text=${String(globals['text'])}
    data-theme=${String(globals['theme'])}
    style=${`--stage-width:${String(globals['width'])}`}
  >
    ${story()}
  </main>`;

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [stage],
  globalTypes: {
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: languages.map((value) => ({ value, title: nameOf(value) })),
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'paintbrush',
        items: [
          { value: 'linde', title: 'De Linde' },
          { value: 'blue', title: 'Blue, square' },
        ],
        dynamicTitle: true,
      },
    },
    text: {
      description: 'Text size',
      toolbar: {
        icon: 'paragraph',
        items: [
          { value: '100', title: 'Text 100 %' },
          { value: '200', title: 'Text 200 %' },
        ],
        dynamicTitle: true,
      },
    },
    width: {
      description: 'Width',
      toolbar: {
        icon: 'mobile',
        items: [
          { value: 'none', title: 'As wide as there is room' },
          { value: '320px', title: '320 px' },
          { value: '412px', title: '412 px' },
          { value: '1280px', title: '1280 px' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { language: 'nl', theme: 'linde', text: '100', width: 'none' },
  parameters: {
    layout: 'fullscreen',
    a11y: { options: AXE_OPTIONS, test: 'error' },
  },
  beforeEach: () => {
    // Each story begins as a new visitor: no draft, no language chosen before.
    sessionStorage.clear();
    history.replaceState(null, '');
    configureKit(kit);
  },
  afterEach: ({ canvasElement }) => settled(canvasElement),
};

export default preview;
