/** Read at once: headers lie close together. */
const WINDOW = 64 * 1024;

/** A file of any size, looked at in places without taking it into memory. */
export class Bytes {
  readonly blob: Blob;
  #from = 0;
  #window = new DataView(new ArrayBuffer(0));

  constructor(blob: Blob) {
    this.blob = blob;
  }

  get size(): number {
    return this.blob.size;
  }

  /** Fewer than asked for at the end of the file. */
  async at(offset: number, length: number): Promise<DataView> {
    const end = Math.min(offset + length, this.size);
    if (offset < this.#from || end > this.#from + this.#window.byteLength) {
      const part = this.blob.slice(offset, offset + Math.max(length, WINDOW));
      this.#window = new DataView(await part.arrayBuffer());
      this.#from = offset;
    }
    const { buffer, byteLength } = this.#window;
    const start = Math.min(offset - this.#from, byteLength);
    return new DataView(buffer, start, Math.max(0, Math.min(length, byteLength - start)));
  }

  /** The bytes as Latin-1. */
  async text(offset: number, length: number): Promise<string> {
    return latin1(await this.at(offset, length));
  }
}

export function latin1(view: DataView, from = 0, length = view.byteLength - from): string {
  let text = '';
  for (let at = from; at < from + length && at < view.byteLength; at += 1)
    text += String.fromCharCode(view.getUint8(at));
  return text;
}
