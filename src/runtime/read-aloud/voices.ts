/** Of a language tag, what voices are told apart by: "nl" of "nl-x-a2" and of "nl_BE". */
const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * A voice of the device itself: others send the words of the page to their maker. Where there are
 * several, the one that she, or the system, put first.
 * @param language BCP 47
 */
export function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const own = speechSynthesis
    .getVoices()
    .filter((voice) => voice.localService && primary(voice.lang) === primary(language));
  return own.find((voice) => voice.default) ?? own[0];
}
