/** Colours as the browser computed them: "rgb(11, 34, 57)", "rgba(0, 0, 0, 0)", "color(srgb 0 0 0)". */

export interface Colour {
  /** From 0 to 1. */
  channels: readonly [red: number, green: number, blue: number];
  alpha: number;
}

export function colourOf(computed: string): Colour {
  const numbers = (computed.match(/[\d.]+/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  const whole = computed.startsWith('rgb') ? 255 : 1;
  return { channels: [red / whole, green / whole, blue / whole], alpha };
}

/** Relative luminance (WCAG 2.2), from 0 to 1. */
function luminance(computed: string): number {
  const linear = (share: number): number =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  const [red, green, blue] = colourOf(computed).channels.map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
