// Some registries lack platform packages. `npm install` then leaves them out of package-lock.json, and `npm ci` refuses
// the lock ("Missing: … from lock file"). This puts them back by name, version, os, cpu and libc. Run it after every change
// of dependencies; a unit test fails when an entry is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock } from './setup/complete-lock.mjs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { added, leftAlone } = completeLock(lock);
for (const what of leftAlone) console.warn(`left alone: ${what}`);
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} platform entries added`);
