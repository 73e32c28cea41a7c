import type { TemplateResult } from 'lit';
import type { JourneyHost } from '../journey/ports.ts';
import type { Progress } from '../journey/progress.ts';
import type { Kit } from '../kit.ts';
import type { Texts } from '../texts.ts';
import type { Known } from './known.ts';

/**
 * A journey that is one of the ways to a person: what `components/<name>/as-way.ts` exports as `way`. The
 * panel finds it by its folder (`src/generated/speak-ways.ts`), and shows it where `ORDER` says.
 */
export interface Way {
  /** Whether this association has it, on this page. */
  offered(kit: Kit): boolean;
  row(kit: Kit, texts: Texts, known: Known): WayRow;
  /** What the row says may be asked of the desk; resolves when there is something new to say. */
  refresh?(kit: Kit, known: Known): Promise<void>;
  mount(host: WayHost, kit: Kit): MountedWay;
  /** An earlier page of this tab began it: what was on its way goes on. */
  begun(host: WayHost, kit: Kit): boolean;
}

export interface WayRow {
  /** The `d` of its pictogram. */
  pictogram: string;
  title: string;
  hint: string;
  /** The one to take now. */
  leads?: boolean;
}

/** What a way stands in: the element around it, as far as it may know of it. */
export interface WayHost extends JourneyHost {
  /** "kt-repair-form". */
  readonly localName: string;
  /** Her own screen: "photos". */
  readonly place: string;
  /** What she need not be asked again. */
  known(): Known;
  /** Back to her own form. */
  leave(): void;
}

export interface MountedWay {
  /** Which of its screens she is on: "when". */
  readonly place: string;
  /** Resolves when the draft was looked for. */
  readonly loading: Promise<void>;
  readonly progress: Progress | undefined;
  /** A screen of its own lies before this one. */
  readonly hasBefore: boolean;
  /** She opens it, with what she has filled in around it by now. */
  enter(): void;
  /** To one of its screens, by the browser's own back and forward. */
  open(screen: string): void;
  back(): void;
  view(): TemplateResult;
}
