// Archives for uploads: tar, compressed with gzip.
import { gzipSync } from 'node:zlib';

/** Packs files, each {name, text}. */
export function tar(files) {
  const blocks = [];
  for (const { name, text } of files) {
    const body = Buffer.from(text);
    const path = Buffer.from(name);
    if (path.length > 100) throw new Error(`${name} is too long for this archive`);
    const head = Buffer.alloc(512);
    path.copy(head, 0);
    head.write('0000644\0', 100);
    head.write('0000000\0', 108);
    head.write('0000000\0', 116);
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write('00000000000\0', 136);
    head.write('        ', 148);
    head.write('0', 156);
    head.write('ustar\x0000', 257);
    const sum = head.reduce((n, b) => n + b, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(head, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
