// Runs the built app inside Electron 22, the oldest that the suite covers: stands in for `default_app` (a packaged
// binary has none) and fills in what Electron 25+ and Node 18+ have. Nothing of it ships.
const { execFile } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const stream = require('node:stream');
const v8 = require('node:v8');
// biome-ignore lint/correctness/noUndeclaredDependencies: the binary that runs this file brings its own
const { app, protocol } = require('electron');

globalThis.structuredClone ??= (value) => v8.deserialize(v8.serialize(value));

globalThis.Response ??= class {
  constructor(body, { status = 200, headers = {} } = {}) {
    Object.assign(this, { body, status, headers });
  }
};

protocol.handle ??= (scheme, handler) =>
  protocol.registerStreamProtocol(scheme, async (request, answer) => {
    try {
      const { status, headers, body } = await handler(request);
      answer({ statusCode: status, headers, data: stream.Readable.from(body == null ? [] : [Buffer.from(body)]) });
    } catch (error) {
      console.error(error);
      answer({ statusCode: 500, data: stream.Readable.from([]) });
    }
  });

// Node 18.15 has it; here `df` counts in blocks of one byte
fs.promises.statfs ??= (folder) =>
  new Promise((resolve, reject) => {
    execFile('df', ['--block-size=1', '--output=size,avail', folder], (error, answer) => {
      if (error) return reject(error);
      const [blocks, bavail] = answer.trim().split('\n').at(-1).trim().split(/\s+/).map(Number);
      resolve({ bsize: 1, blocks, bfree: bavail, bavail });
    });
  });

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setAppPath?.(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion?.(manifest.version);
require(path.join(folder, manifest.main));
