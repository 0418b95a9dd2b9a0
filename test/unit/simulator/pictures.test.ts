import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';

import { codeOf, readCode } from '../../../simulator/pictures/code.ts';
import { drawPicture } from '../../../simulator/pictures/draw.ts';
import { look } from '../../../simulator/pictures/judge.ts';
import { decodePng, encodePng, type Raster } from '../../../simulator/pictures/png.ts';

const MAI = { number: '099188000093', sex: 'female' } as const;
const KENJI = { number: 'F00000000107', sex: 'male' } as const;

function decoded(bytes: Uint8Array): Raster {
  const raster = decodePng(bytes);
  assert.ok(raster);
  return raster;
}

/** Nearest pixel, as a page that draws a picture smaller would. */
function resized({ width, height, pixels }: Raster, wide: number, tall: number): Raster {
  const small = new Uint8Array(wide * tall * 3);
  for (let y = 0; y < tall; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = (Math.floor((y * height) / tall) * width + Math.floor((x * width) / wide)) * 3;
      small.set(pixels.subarray(at, at + 3), (y * wide + x) * 3);
    }
  }
  return { width: wide, height: tall, pixels: small };
}

describe('The drawn pictures', () => {
  it('are the same for the same person, and others for everybody else', () => {
    const faces = [MAI, KENJI].map((sitter) => drawPicture('face', sitter, 'good'));
    assert.deepEqual(drawPicture('face', MAI, 'good'), faces[0]);
    assert.notDeepEqual(faces[0], faces[1]);
  });

  it('tell of whom they are, face and fingerprints apart', () => {
    for (const sitter of [MAI, KENJI]) {
      for (const kind of ['face', 'fingerprints'] as const) {
        const seen = look(drawPicture(kind, sitter, 'good'));
        assert.deepEqual(seen, { kind: 'drawn', code: codeOf(kind, sitter.number) });
      }
    }
    assert.notEqual(codeOf('face', MAI.number), codeOf('fingerprints', MAI.number));
  });

  it('are recognised when they are drawn smaller or larger', () => {
    const raster = decoded(drawPicture('face', KENJI, 'good'));
    for (const [wide, tall] of [
      [256, 320],
      [481, 600],
      [640, 800],
    ] as const) {
      assert.equal(readCode(resized(raster, wide, tall)), codeOf('face', KENJI.number));
    }
  });

  it('are too dark for the matcher when they are poor', () => {
    assert.deepEqual(look(drawPicture('face', MAI, 'poor')), { kind: 'poor' });
  });
});

describe('A picture that is handed in', () => {
  it('is poor when it is blank, tiny, or no PNG', () => {
    const blank = encodePng({ width: 320, height: 400, pixels: new Uint8Array(320 * 400 * 3) });
    const tiny = encodePng(resized(decoded(drawPicture('face', MAI, 'good')), 80, 100));
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
    for (const picture of [blank, tiny, jpeg, Buffer.alloc(0)]) {
      assert.deepEqual(look(picture), { kind: 'poor' });
    }
  });

  it('is a stranger’s when nobody here was drawn in it', () => {
    const raster = decoded(drawPicture('face', MAI, 'good'));
    const upper = raster.pixels.slice(0, 320 * 340 * 3);
    assert.deepEqual(look(encodePng({ width: 320, height: 340, pixels: upper })), {
      kind: 'stranger',
    });
  });

  it('harms nobody when its size lies, its data is cut, or it unpacks to more than it says', () => {
    const good = drawPicture('face', MAI, 'good');
    const huge = Buffer.from(good);
    huge.writeUInt32BE(0x7fffffff, 16);
    const bomb = encodePng({ width: 200, height: 200, pixels: new Uint8Array(200 * 200 * 3) });
    const data = deflateSync(Buffer.alloc(50_000_000));
    const at = bomb.indexOf('IDAT') - 4;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const swollen = Buffer.concat([bomb.subarray(0, at), length, Buffer.from('IDAT'), data]);
    for (const picture of [huge, good.subarray(0, 900), swollen]) {
      assert.equal(decodePng(picture), undefined);
    }
  });
});
