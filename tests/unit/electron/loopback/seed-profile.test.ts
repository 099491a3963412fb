import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedProfile } from '#electron/loopback/seed-profile.ts';
import { temporaryFolders } from '#tests/support/temporary-folder.ts';

const folder = temporaryFolders();
const preferencesIn = (profile: string) => join(profile, 'Default', 'Preferences');
const read = (profile: string) => JSON.parse(readFileSync(preferencesIn(profile), 'utf8'));

function profileWith(text: string) {
  const profile = folder();
  mkdirSync(join(profile, 'Default'));
  writeFileSync(preferencesIn(profile), text);
  return profile;
}

describe('seedProfile', () => {
  it('grants storage that lasts to our origin in a new profile', async () => {
    const profile = join(folder(), 'browser-profile');
    await seedProfile(profile);

    expect(read(profile).profile.content_settings.exceptions.durable_storage).toEqual({
      'http://casewright.localhost,*': { setting: 1 },
    });
  });

  it('forbids what would ask the network', async () => {
    const profile = folder();
    await seedProfile(profile);

    expect(read(profile)).toMatchObject({
      browser: { enable_spellchecking: false },
      search: { suggest_enabled: false },
      safebrowsing: { enabled: false },
      net: { network_prediction_options: 2 },
      translate: { enabled: false },
    });
  });

  it('leaves what else stands there', async () => {
    const kept = { 'http://other,*': { setting: 2 } };
    const profile = profileWith(
      JSON.stringify({
        theme: 1,
        profile: { name: 'Ada', content_settings: { exceptions: { durable_storage: kept } } },
      }),
    );
    await seedProfile(profile);

    expect(read(profile)).toMatchObject({
      theme: 1,
      profile: {
        name: 'Ada',
        content_settings: {
          exceptions: { durable_storage: { ...kept, 'http://casewright.localhost,*': { setting: 1 } } },
        },
      },
    });
  });

  it('says the same the second time', async () => {
    const profile = folder();
    await seedProfile(profile);
    const once = readFileSync(preferencesIn(profile), 'utf8');
    await seedProfile(profile);

    expect(readFileSync(preferencesIn(profile), 'utf8')).toBe(once);
  });

  it('puts a group in the place of a bare value', async () => {
    const profile = profileWith('{"profile":{"content_settings":"none"}}');
    await seedProfile(profile);

    expect(read(profile).profile.content_settings.exceptions.durable_storage).toBeDefined();
  });

  it.each(['{"profile":', '[]', ''])('leaves a damaged file (%j) to the browser', async (text) => {
    const profile = profileWith(text);
    await seedProfile(profile);

    expect(readFileSync(preferencesIn(profile), 'utf8')).toBe(text);
  });
});
