// Draws build/icon.png, icon.ico and icon.icns from build/icon.svg: `node scripts/draw-icons.mjs CHROMIUM`.
// Run by hand when the mark changes; what it makes is committed, so that packaging needs no browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './setup/root.mjs';
import { say } from './setup/say.mjs';

const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** Apple's name for each size. */
const APPLE = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

const drawing = readFileSync(join(root, 'build', 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: process.argv[2] ?? process.env.CASEWRIGHT_CHROMIUM });
const page = await browser.newPage();

/** @returns {Promise<Buffer>} a PNG with a clear background */
async function draw(size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  return page.screenshot({ omitBackground: true });
}

/** An ICO may hold PNGs: a head, one entry of 16 bytes each, then the pictures. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * at;
    head.writeUInt8(size % 256, entry); // 0 means 256
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** An ICNS is a chain of blocks: name, length with these eight bytes, picture. */
function icns(pictures) {
  const block = (name, body) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return block('icns', Buffer.concat(pictures.map(({ name, png }) => block(name, png))));
}

const windows = [];
for (const size of WINDOWS) windows.push({ size, png: await draw(size) });
const apple = [];
for (const [name, size] of Object.entries(APPLE)) apple.push({ name, png: await draw(size) });
writeFileSync(join(root, 'build', 'icon.png'), await draw(1024));
writeFileSync(join(root, 'build', 'icon.ico'), ico(windows));
writeFileSync(join(root, 'build', 'icon.icns'), icns(apple));
await browser.close();
say('build/icon.png, icon.ico and icon.icns are drawn');
