import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { judgeVoice, voiceType, type Recording } from './clean.ts';
import { writeWebm } from './webm.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/fixtures/recordings/${name}`, import.meta.url));

const BROWSERS = ['chromium.webm', 'chromium.mp4', 'firefox.webm', 'firefox.ogg'];
const SECRET = 'Mevrouw Berg, 52.9925 6.5625';

function heard(raw: Uint8Array): Recording {
  const found = judgeVoice(raw);
  assert.ok(typeof found !== 'string', String(found));
  return found;
}

const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);

const splice = (bytes: Buffer, at: number, more: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);

/** An element of WebM, or a box of MP4. */
const element = (id: string, body: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(body);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x10_00_00_00 + bytes.length);
  return Buffer.concat([Buffer.from(id, 'hex'), size, bytes]);
};
const box = (type: string, body: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(body);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + bytes.length);
  return Buffer.concat([size, Buffer.from(type, 'latin1'), bytes]);
};

/** In a real recording of a browser, something more. */
const TOLD: Readonly<Record<string, () => Buffer>> = {
  'a title and tags in WebM': () => {
    const webm = fixture('chromium.webm');
    const info = webm.indexOf('1549a966', 'hex');
    const tags = element('1254c367', element('7373', element('67c8', element('4487', SECRET))));
    return splice(
      webm,
      info,
      Buffer.concat([tags, element('7ba9', SECRET), element('ec', SECRET)]),
    );
  },
  'a letter enclosed in WebM': () => {
    const webm = fixture('firefox.webm');
    return Buffer.concat([webm, element('1941a469', element('61a7', SECRET))]);
  },
  'comments in Ogg': () => {
    const ogg = fixture('firefox.ogg');
    const tags = ogg.indexOf('OpusTags');
    ogg.write(SECRET.slice(0, 20), tags + 16);
    return ogg;
  },
  'a place in MP4': () => {
    const mp4 = fixture('chromium.mp4');
    const moov = mp4.indexOf('moov') - 4;
    const udta = box('udta', box('\u00a9xyz', SECRET));
    mp4.writeUInt32BE(mp4.readUInt32BE(moov) + udta.length, moov);
    return splice(mp4, moov + 8, Buffer.concat([udta]));
  },
  'boxes of a maker in MP4': () =>
    Buffer.concat([fixture('chromium.mp4'), box('uuid', SECRET), box('mdta', SECRET)]),
};

describe('a recording of a browser', () => {
  for (const name of BROWSERS)
    test(`${name} keeps its sound and its length`, () => {
      const raw = fixture(name);
      const { bytes, seconds } = heard(raw);
      assert.ok(seconds >= 2 && seconds <= 3, `${seconds} s`);
      assert.equal(voiceType(bytes).ending, name.endsWith('mp4') ? 'm4a' : 'webm');
      // What the browser calls itself is not the sound.
      for (const word of ['Chrome', 'Mozilla', 'Lavf', 'SoundHandler', 'ENCODER'])
        assert.ok(!has(bytes, word), word);
      // Clean once, it is clean: nothing is lost by looking again.
      assert.deepEqual(heard(bytes), { bytes, seconds });
    });

  test('in MP4 does not say when it was made', () => {
    const { bytes } = heard(fixture('chromium.mp4'));
    for (const type of ['mvhd', 'tkhd', 'mdhd']) {
      const at = Buffer.from(bytes).indexOf(type) + 8;
      assert.ok(
        bytes.subarray(at, at + 16).every((byte) => byte === 0),
        type,
      );
    }
  });

  for (const [what, make] of Object.entries(TOLD))
    test(`loses ${what}`, () => {
      const raw = make();
      assert.ok(has(raw, SECRET.slice(0, 20)));
      assert.ok(!has(heard(raw).bytes, SECRET.slice(0, 12)));
    });

  test('that was cut off in the middle keeps what was said before', () => {
    for (const name of BROWSERS) {
      const raw = fixture(name);
      assert.equal(heard(raw.subarray(0, raw.length * 0.6)).seconds < 3, true, name);
      for (let size = 0; size < raw.length; size += 97) judgeVoice(raw.subarray(0, size));
    }
  });
});

const packet = (at: number) => ({ at, bytes: new Uint8Array([0x08, 1, 2, 3]) });
const sound = (...packets: { at: number; bytes: Uint8Array }[]) =>
  writeWebm({ channels: 1, preSkip: 312, packets });

describe('what is no recording', () => {
  const changed = (from: string, to: string) => {
    const webm = fixture('chromium.webm');
    webm.write(to, webm.indexOf(from, 'hex'), 'hex');
    return webm;
  };
  const cases: Readonly<Record<string, Uint8Array>> = {
    'nothing at all': Buffer.alloc(0),
    'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a picture': Buffer.from('ffd8ffe000104a464946', 'hex'),
    'a program': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
    'an MP3': Buffer.from('ID3\u0004\u0000sound'),
    'the head of a WebM alone': fixture('chromium.webm').subarray(0, 120),
    'a WebM without a packet': sound(),
    'a film': changed('838102', '838101'),
    'another codec': changed('8686415f4f505553', '8686415f4f505554'),
    'another kind of EBML': changed('7765626d', '6d617472'),
    'two tracks': splice(
      fixture('chromium.webm'),
      fixture('chromium.webm').indexOf('1f43b675', 'hex'),
      element('1654ae6b', element('ae', element('d7', 'x'))),
    ),
    'a film in MP4': (() => {
      const mp4 = fixture('chromium.mp4');
      mp4.write('vide', mp4.indexOf('soun'));
      return mp4;
    })(),
  };
  for (const [name, bytes] of Object.entries(cases))
    test(name, () => assert.equal(judgeVoice(bytes), 'not-a-recording'));

  test('a quarter of an hour is too long', () => {
    assert.equal(judgeVoice(sound(packet(0), packet(900_000))), 'recording-too-long');
    assert.equal(heard(sound(packet(0), packet(60_000))).seconds, 60);
  });

  test('bytes that were changed on the way never bring the desk down', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    for (let round = 0; round < 400; round += 1) {
      const raw = fixture(BROWSERS[round % BROWSERS.length]!);
      for (let changes = 0; changes < 4; changes += 1)
        raw[random(round % 2 ? 700 : raw.length)] = random(256);
      judgeVoice(raw);
    }
  });
});
