import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/mini';
import { systemCodeOf } from '#electron/services/tell-disk-error.ts';
import { writeWhole } from '#electron/services/write-whole.ts';

const tree = z.record(z.string(), z.unknown());
type Tree = z.infer<typeof tree>;

/** What the browser's own profile is told: storage that lasts, and nothing that would ask the network. */
const WANTED: ReadonlyArray<readonly [path: readonly string[], value: unknown]> = [
  [
    ['profile', 'content_settings', 'exceptions', 'durable_storage', 'http://casewright.localhost,*'],
    { setting: 1 }, // 1 allows: without it the browser may clear the workspace when the disk runs full
  ],
  [['browser', 'enable_spellchecking'], false],
  [['search', 'suggest_enabled'], false],
  [['safebrowsing', 'enabled'], false],
  [['net', 'network_prediction_options'], 2],
  [['credentials_enable_service'], false],
  [['translate', 'enabled'], false],
  [['download', 'prompt_for_download'], true],
];

/**
 * Prepares the preferences of a browser profile before the browser opens it; what else stands there stays. A file that is
 * damaged is left to the browser, which knows how to mend it.
 *
 * @throws {AppError} `disk-full` or `unavailable`
 */
export async function seedProfile(profile: string): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'Preferences');
  const preferences = await readTree(path);
  if (preferences === null) return;
  for (const [keys, value] of WANTED) setAt(preferences, keys, value);
  await writeWhole(path, JSON.stringify(preferences));
}

async function readTree(path: string): Promise<Tree | null> {
  try {
    return tree.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    return systemCodeOf(error) === 'ENOENT' ? {} : null;
  }
}

function setAt(root: Tree, keys: readonly string[], value: unknown): void {
  const [last = '', ...above] = [...keys].reverse();
  let at = root;
  for (const key of above.reverse()) {
    const below = tree.safeParse(at[key]);
    const next = below.success ? below.data : {};
    at[key] = next;
    at = next;
  }
  at[last] = value;
}
