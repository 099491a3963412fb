/** What a crawl says of its own files. */
export type WaczPackage = {
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Digests by the names of members. */
  readonly hashes: ReadonlyMap<string, string>;
};

/** What a crawl is described by: its title, what made it, and what each of its files hashes to. */
export function waczPackage(datapackage: unknown): WaczPackage {
  const facts = [
    'title',
    'description',
    'created',
    'modified',
    'software',
    'wacz_version',
    'mainPageUrl',
    'mainPageDate',
  ].flatMap((name) => {
    const value = valueAt(datapackage, name);
    return typeof value === 'string' && value !== '' ? [{ name, value: value.slice(0, 1000) }] : [];
  });
  const resources: unknown = valueAt(datapackage, 'resources');
  const hashes = (Array.isArray(resources) ? resources : []).flatMap((resource: unknown) => {
    const [path, hash] = [valueAt(resource, 'path'), valueAt(resource, 'hash')];
    return typeof path === 'string' && typeof hash === 'string' ? [[path, hash] as const] : [];
  });
  return { facts, hashes: new Map(hashes) };
}

/** Who signed a crawl, as `datapackage-digest.json` says; the digest that it states of `datapackage.json`. */
export function waczSignature(digest: unknown): { readonly hash: string | null; readonly facts: WaczPackage['facts'] } {
  const hash = valueAt(digest, 'hash');
  const signed: unknown = valueAt(digest, 'signedData');
  const facts = ['domain', 'created', 'software', 'publicKey'].flatMap((name) => {
    const value = valueAt(signed, name);
    return typeof value === 'string' ? [{ name: `signature: ${name}`, value: value.slice(0, 300) }] : [];
  });
  const isSigned = facts.length > 0;
  return {
    hash: typeof hash === 'string' ? hash : null,
    facts: isSigned ? [...facts, { name: 'signature', value: 'stated, not verified' }] : [],
  };
}

/** Addresses and titles of the pages that a crawl lists, a line each. */
export function waczPages(jsonl: string): { readonly url: string; readonly title: string }[] {
  return jsonl.split('\n').flatMap((line) => {
    const page = parsed(line);
    const [url, title] = [valueAt(page, 'url'), valueAt(page, 'title')];
    return typeof url === 'string' ? [{ url, title: typeof title === 'string' ? title : '' }] : [];
  });
}

/** A JSON value; null for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Described by nothing that can be read: the files themselves still are.
    return null;
  }
}

function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
