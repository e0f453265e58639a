// Makes small pictures for docs/ of those that journeys.mjs takes. Usage: node webp.mjs FROM.png TO.webp [FROM TO …]
import { readFileSync, writeFileSync } from 'node:fs';

import { browse } from './harness.mjs';

const browser = await browse();
const page = await browser.newPage();
for (let i = 2; i + 1 < process.argv.length; i += 2) {
  const data = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = png;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.75);
  }, `data:image/png;base64,${readFileSync(process.argv[i]).toString('base64')}`);
  writeFileSync(process.argv[i + 1], Buffer.from(data.split(',')[1], 'base64'));
}
await browser.close();
