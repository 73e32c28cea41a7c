/** What a part of the console tells the page around it. */
export interface Told {
  /** Something on the screen is no longer right. */
  changed(): void;
  /** Said politely to who listens. */
  announce(words: string): void;
}
