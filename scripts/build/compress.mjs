import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { walk } from '../lib/files.mjs';

const WORTH_IT = /\.(js|css|svg|html|json)$/;

/** Beside each text file a `.br` and a `.gz`: the desk serves them as they are. */
export function compress(folder) {
  for (const path of walk(folder, (each) => WORTH_IT.test(each))) {
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
