import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listBuild } from '#electron/services/list-build.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();

it('lists each file by its path, the page under / as well, and no link', () => {
  const build = folder();
  mkdirSync(join(build, 'assets'));
  writeFileSync(join(build, 'index.html'), '');
  writeFileSync(join(build, 'assets', 'a.js'), '');
  symlinkSync('/etc/passwd', join(build, 'assets', 'link.js'));

  expect([...listBuild(build)]).toEqual([
    ['/assets/a.js', join(build, 'assets', 'a.js')],
    ['/index.html', join(build, 'index.html')],
    ['/', join(build, 'index.html')],
  ]);
});
