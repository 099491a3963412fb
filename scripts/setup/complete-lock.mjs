const SYSTEMS = ['android', 'darwin', 'win32', 'linux', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];

/** How package names spell processors, and how npm does. */
const PROCESSORS = {
  x64: 'x64',
  x86_64: 'x64',
  ia32: 'ia32',
  arm64: 'arm64',
  aarch64: 'arm64',
  arm: 'arm',
  armv7: 'arm',
  riscv64: 'riscv64',
  ppc64: 'ppc64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
};

/**
 * Adds an entry for each optional dependency that the lock names but does not hold.
 *
 * @param lock - a parsed package-lock.json (version 3); changed in place
 * @returns {{ added: string[], leftAlone: string[] }} `leftAlone`: those whose platform cannot be read from the name
 */
export function completeLock(lock) {
  const added = [];
  const leftAlone = [];
  for (const [at, holder] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(holder.optionalDependencies ?? {})) {
      if (resolves(lock.packages, at, name)) continue;
      const entry = platformEntry(name, version, holder);
      if (!entry) {
        leftAlone.push(`${name}@${version} (of ${at || 'the project'})`);
        continue;
      }
      lock.packages[`node_modules/${name}`] = entry;
      added.push(name);
    }
  }
  if (added.length > 0) {
    const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
    lock.packages = Object.fromEntries(sorted);
  }
  return { added, leftAlone };
}

/** Walks up the node_modules folders from `at`, as Node does. */
function resolves(packages, at, name) {
  for (let base = at; ; ) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
    const up = base.lastIndexOf('/node_modules/');
    base = up >= 0 ? base.slice(0, up) : '';
  }
}

function platformEntry(name, version, holder) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = words.map((word) => PROCESSORS[word]).find(Boolean);
  if (!os || !cpu || !/^\d/.test(version)) return null;
  const isGlibc = os === 'linux' && words.some((word) => word === 'gnu' || word.startsWith('gnueabi'));
  return {
    version,
    cpu: [cpu],
    ...(holder.dev && { dev: true }),
    ...(words.includes('musl') && { libc: ['musl'] }),
    ...(isGlibc && { libc: ['glibc'] }),
    license: holder.license ?? 'MIT',
    optional: true,
    os: [os],
    ...(holder.engines && { engines: holder.engines }),
  };
}
