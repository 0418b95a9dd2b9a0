import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';

import { MOST_PICTURE_BYTES, readPicture } from '../../../enrolment/picture.ts';

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

function png(width: number, height: number, more: readonly Buffer[] = []): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const pixels = chunk('IDAT', deflateSync(Buffer.alloc(16)));
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    ...more,
    pixels,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function jpeg(width: number, height: number, end = 'ffd9'): Buffer {
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from(`ffda0008010100003f00aabbff00cc${end}`, 'hex');
  return Buffer.concat([Buffer.from('ffd8ffe000044a46', 'hex'), frame, scan]);
}

const problemOf = (bytes: Uint8Array) => {
  const reading = readPicture(bytes);
  return reading.kind === 'refused' ? reading.problem : reading.mediaType;
};

describe('a picture that comes from outside', () => {
  it('is a PNG or JPEG by what it holds', () => {
    assert.equal(problemOf(png(320, 400)), 'image/png');
    assert.equal(problemOf(jpeg(320, 400)), 'image/jpeg');
    assert.equal(
      problemOf(Buffer.concat([jpeg(320, 400), Buffer.from('depth map')])),
      'image/jpeg',
    );
  });

  it('is nothing else, whatever it begins with', () => {
    for (const text of [
      '<html>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'PK\u0003\u0004',
      'GIF89a',
      '%PDF-1.7',
      'RIFF',
    ]) {
      assert.equal(problemOf(Buffer.from(text, 'latin1')), 'not_a_picture', text);
    }
    assert.equal(problemOf(new Uint8Array()), 'empty');
    const html = Buffer.from('<script>alert(1)</script>');
    assert.equal(
      problemOf(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), html])),
      'damaged',
    );
    assert.equal(problemOf(Buffer.concat([Buffer.from('ffd8ff', 'hex'), html])), 'damaged');
    assert.equal(problemOf(Buffer.concat([png(320, 400), html])), 'damaged', 'two files in one');
  });

  it('is whole: cut off anywhere it is refused', () => {
    for (const whole of [png(320, 400), jpeg(320, 400)]) {
      for (let length = 1; length < whole.length; length += 1) {
        assert.match(problemOf(whole.subarray(0, length)), /damaged|not_a_picture/, `${length}`);
      }
    }
    assert.equal(problemOf(jpeg(320, 400, '')), 'damaged');
  });

  it('is of a sensible size, in bytes and in pixels', () => {
    assert.equal(problemOf(png(20, 400)), 'too_small');
    assert.equal(problemOf(png(60_000, 60_000)), 'too_large', 'a bomb: few bytes, many pixels');
    assert.equal(problemOf(jpeg(65_535, 65_535)), 'too_large');
    assert.equal(problemOf(new Uint8Array(MOST_PICTURE_BYTES + 1)), 'too_large');
    const padded = png(320, 400, [chunk('tEXt', Buffer.alloc(MOST_PICTURE_BYTES - 200))]);
    assert.equal(problemOf(padded), 'image/png');
  });

  it('tells its lengths and cannot make anybody read past its end', () => {
    const lying = png(320, 400);
    lying.writeUInt32BE(0xff_ff_ff_ff, 33);
    assert.equal(problemOf(lying), 'damaged');
  });
});
