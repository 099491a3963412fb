import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { withoutEntities } from './xml-entities.ts';
import { type XmlToken, xmlTokens } from './xml-tokens.ts';

/** An element of XML. Names are in lower case, with the prefix that their namespace usually has: `content:encoded`. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

/** A document, and the first thing that is wrong with it. */
export type XmlTree = { readonly root: XmlElement | null; readonly fault: string | null };

type OpenElement = XmlElement & {
  readonly children: (XmlElement | string)[];
  /** As it is written, to find its end. */
  readonly written: string;
  /** Addresses by their prefix, while it is open: kept for each element, they would take more memory than any feed. */
  spaces: ReadonlyMap<string, string>;
};

/** Elements within elements: what stands deeper belongs to nobody's feed, and its words to the element around. */
const MOST_DEPTH = 200;
const MOST_NODES = 2_000_000;
/** Namespaces that are known in one place: each element that declares one more has a list of its own. */
const MOST_SPACES = 100;
/** Nodes between two pauses. */
const PAUSE_EVERY = 5000;

const NO_SPACES: ReadonlyMap<string, string> = new Map();

/** The usual prefixes of namespaces. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\//i, 'content:'],
  [/^http:\/\/purl\.org\/dc\/elements/i, 'dc:'],
  [/^http:\/\/purl\.org\/dc\/terms/i, 'dcterms:'],
  [/^http:\/\/www\.itunes\.com\//i, 'itunes:'],
  [/^http:\/\/search\.yahoo\.com\/mrss/i, 'media:'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/i, 'xhtml:'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf:'],
  [/^http:\/\/(?:www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns)/i, ''],
  [
    /^http:\/\/(?:purl\.org\/rss\/1\.0\/$|my\.netscape\.com\/|channel\.netscape\.com\/|purl\.org\/net\/rss|backend\.userland\.com)/i,
    '',
  ],
];

/** A name begins behind space or a quote only: a run of a million letters is then looked at once. */
const ATTRIBUTE = /(?<![^\s"'])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/**
 * Parses XML as far as it goes, whatever is wrong with it: an end without a beginning is passed over, a beginning without an end ends
 * with what is around it. (A strict parser closes every open element at the first stray end.) Nothing is expanded or fetched.
 *
 * @throws {AppError} `too-large` beyond two million nodes; `cancelled`
 */
export async function xmlTree(whole: string, job: JobControl): Promise<XmlTree> {
  const tree = new TreeWriter();
  let at = 0;
  for (const token of xmlTokens(whole)) {
    if (token.start > at) tree.write(withoutEntities(whole.slice(at, token.start)));
    tree.take(token);
    at = token.end;
    if (tree.nodes > MOST_NODES) throw new AppError('too-large', 'It has more than two million elements.');
    if (tree.tokens % PAUSE_EVERY === 0) {
      throwIfCancelled(job);
      job.onProgress(at, whole.length);
      await job.pause();
    }
  }
  if (whole.indexOf('<', at) >= 0) tree.fail('it ends in the midst of a tag');
  return tree.finish();
}

class TreeWriter {
  nodes = 0;
  tokens = 0;
  private readonly stack: OpenElement[] = [];
  private root: XmlElement | null = null;
  private fault: string | null = null;

  take(token: XmlToken): void {
    this.tokens++;
    if (token.kind === 'data') this.write(token.words);
    else if (token.kind === 'unclosed') this.fail('a comment or a passage of data has no end');
    else if (token.kind === 'other') return;
    else if (token.form === 'close') this.close(token.name);
    else this.open(token.name, token.attributes, token.form === 'empty');
    if (token.kind === 'tag' && token.end - token.start > 1_000_000) this.fail('a tag is longer than a whole article');
  }

  write(words: string): void {
    this.nodes++;
    if (/&(?!#|[a-z]\w*;)/i.test(words)) this.fault ??= this.stack.length > 0 ? 'an & stands for itself' : null;
    this.stack.at(-1)?.children.push(words);
  }

  fail(words: string): void {
    this.fault ??= words;
  }

  finish(): XmlTree {
    const [first] = this.stack;
    if (first !== undefined) this.fail(`${first.written.slice(0, 60)} has no end`);
    return { root: this.root, fault: this.fault };
  }

  private open(written: string, attributes: string, isEmpty: boolean): void {
    this.nodes++;
    const values = attributesIn(attributes);
    const around = this.stack.at(-1)?.spaces ?? NO_SPACES;
    const declared = [...values].filter(([name]) => /^xmlns(?::|$)/.test(name));
    const spaces =
      declared.length === 0 || around.size >= MOST_SPACES
        ? around
        : new Map([
            ...around,
            ...declared.slice(0, MOST_SPACES).map(([name, address]) => [name.slice(6), address] as const),
          ]);
    const element: OpenElement = {
      name: plainName(written, spaces),
      written,
      attributes: values,
      children: [],
      spaces,
    };
    this.root ??= element;
    if (this.stack.length >= MOST_DEPTH) return;
    this.stack.at(-1)?.children.push(element);
    if (isEmpty) element.spaces = NO_SPACES;
    else this.stack.push(element);
  }

  private close(written: string): void {
    const at = this.stack.findLastIndex((element) => element.written === written);
    if (at !== this.stack.length - 1)
      this.fail(
        at < 0
          ? `${written.slice(0, 60)} ends without a beginning`
          : `${this.stack.at(-1)?.written.slice(0, 60)} has no end`,
      );
    if (at < 0) return;
    for (const element of this.stack.splice(at)) element.spaces = NO_SPACES;
  }
}

function plainName(written: string, spaces: ReadonlyMap<string, string>): string {
  const [, prefix = '', local = ''] = /^(?:([^:]*):)?(.*)$/s.exec(written.toLowerCase()) ?? [];
  const address = spaces.get(prefix) ?? '';
  const usual = PREFIXES.find(([pattern]) => pattern.test(address))?.[1];
  if (usual !== undefined) return usual + local;
  return prefix === '' || prefix === 'atom' ? local : `${prefix}:${local}`;
}

function attributesIn(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      withoutEntities(double ?? single ?? bare ?? ''),
    ]),
  );
}
