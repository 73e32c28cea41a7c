export type Parts = Readonly<Record<string, string>>;

/** @throws when the template asks for a part that is not given. */
export const filled = (template: string, parts: Parts): string =>
  template.replace(/:(\w+)/g, (_, name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`No "${name}" for ${template}`);
    return encodeURIComponent(part);
  });
