import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';

// electron-builder brings the schema of its configuration, and a reader for YAML, among its own packages
const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const ofLibrary = createRequire(ofBuilder.resolve('app-builder-lib/package.json'));
const yaml: { load(text: string): unknown } = ofLibrary('js-yaml');

type Config = {
  files: string[];
  asar: boolean;
  afterPack: string;
  electronFuses: Record<string, boolean>;
  fileAssociations: { ext: string; mimeType: string }[];
};

let config: Config;
beforeAll(() => {
  config = yaml.load(readFileSync('electron.builder.yml', 'utf8')) as Config;
});

describe('electron.builder.yml', () => {
  const isValid = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true }).compile(
    ofLibrary('./scheme.json'),
  );

  it('is what electron-builder can read', () => {
    isValid(config);
    expect(isValid.errors ?? []).toEqual([]);
  });

  it('is checked closely enough to find a slip of the pen', () => {
    expect(isValid({ ...config, nsis: { oneClik: false } })).toBe(false);
  });

  it('packs the build and nothing of node_modules', () => {
    expect(config.asar).toBe(true);
    expect(config.files).toEqual(expect.arrayContaining(['out/**/*', '!**/node_modules/**', '!**/*.map']));
  });

  it('shuts every door into the program that Electron leaves open', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('opens case files with the program', () => {
    expect(config.fileAssociations).toMatchObject([
      { ext: 'casefile', mimeType: 'application/vnd.casewright.casefile+zip' },
    ]);
  });

  it('names a script that is there to tidy up', () => {
    expect(existsSync(config.afterPack)).toBe(true);
  });
});
