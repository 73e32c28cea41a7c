/** What a reader of 80 still reads: 17 px where the browser's own size is 16. */
const SMALLEST = 17 / 16;

/** Words smaller than that, measured against the reader's own size, which the frame starts from. */
export function smallWords(element: Element): string[] {
  const frame = element.shadowRoot?.querySelector('.frame');
  if (!frame) return [];
  const own = parseFloat(getComputedStyle(frame).fontSize);
  return [...frame.querySelectorAll('*')].flatMap((each) => {
    const words = [...each.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim())
      .join('');
    const size = parseFloat(getComputedStyle(each).fontSize);
    const seen = each.checkVisibility() && !each.closest('.visually-hidden');
    return words && seen && size < own * SMALLEST - 0.01
      ? [`"${words.slice(0, 40)}" is ${size} px where the reader's own size is ${own}`]
      : [];
  });
}
