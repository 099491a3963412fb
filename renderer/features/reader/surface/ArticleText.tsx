import { memo, type ReactNode, useState } from 'react';
import type { Fold } from '#shared/domain/text-version.ts';
import css from './ArticleText.module.css';
import { type BlockView, type LaidText, layoutBlocks, type Stretch } from './layout-blocks.ts';

const REASONS: Readonly<Record<Fold['reason'], string>> = {
  navigation: 'navigation',
  sharing: 'share buttons',
  appeal: 'donation appeal',
  disclaimer: 'disclaimer',
  related: 'other articles',
  comments: 'comments',
  advertisement: 'advertisement',
  other: 'not part of the article',
};

type Props = {
  readonly laid: LaidText;
  /** A place that has to be shown, though it be folded. */
  readonly reveal: number | null;
  /** Where the block begins that is the article's own title; null when it is not in the text. */
  readonly headline: number | null;
};

/** The words of an article as paragraphs, headings, lists, quotes; drawn once, marks are painted over it. */
export const ArticleText = memo(function ArticleText({ laid, reveal, headline }: Props) {
  return layoutBlocks(laid, headline).map((stretch) =>
    stretch.hidden.length === 0 ? (
      <Blocks key={stretch.start} blocks={stretch.blocks} headline={headline} />
    ) : (
      <Folded key={stretch.start} stretch={stretch} reveal={holds(stretch, reveal) ? reveal : null} />
    ),
  );
});

function holds({ blocks }: Stretch, offset: number | null): boolean {
  return offset !== null && blocks.some(({ start, end }) => start <= offset && offset < end);
}

type FoldedProps = { readonly stretch: Stretch; readonly reveal: number | null };

function Folded({ stretch, reveal }: FoldedProps) {
  const [isShown, setOpen] = useState(reveal !== null);
  const [revealed, setRevealed] = useState(reveal);
  if (revealed !== reveal) {
    // Opened for a passage in it; the analyst may close it again.
    setRevealed(reveal);
    if (reveal !== null) setOpen(true);
  }
  const count = stretch.hidden.length;
  const noun = count === 1 ? 'passage' : 'passages';
  return (
    <div className={css.fold}>
      <button
        type="button"
        className={css.folded}
        dir="ltr"
        lang="en"
        aria-expanded={isShown}
        onClick={() => setOpen(!isShown)}
      >
        <i className={css.twist} aria-hidden="true" />
        {isShown ? `Hide ${count} ${noun}` : `Show ${count} hidden ${noun}`}
        <span className={css.reasons}>{[...new Set(stretch.hidden)].map((reason) => REASONS[reason]).join(', ')}</span>
      </button>
      {isShown && (
        <div className={css.unfolded}>
          <Blocks blocks={stretch.blocks} headline={null} />
        </div>
      )}
    </div>
  );
}

type BlocksProps = { readonly blocks: readonly BlockView[]; readonly headline: number | null };

const Blocks = memo(function Blocks({ blocks, headline }: BlocksProps) {
  return grouped(blocks).map((group) => {
    const [first] = group;
    if (!first) return null;
    if (first.start === headline && group.length === 1) {
      return (
        <h1 key={first.start} className={css.headline} {...place(first)}>
          {words(first)}
        </h1>
      );
    }
    if (first.kind === 'list-item') {
      return (
        <ul key={first.start} className={css.list} dir={first.direction}>
          {group.map((block) => (
            <li key={block.start} style={{ marginInlineStart: (block.level - 1) * 18 }} {...place(block)}>
              {words(block)}
            </li>
          ))}
        </ul>
      );
    }
    if (first.kind === 'quote') {
      return (
        <blockquote key={first.start} className={css.quote} dir={first.direction}>
          {group.map((block) => (
            <p key={block.start} {...place(block)}>
              {words(block)}
            </p>
          ))}
        </blockquote>
      );
    }
    return <Single key={first.start} block={first} />;
  });
});

function Single({ block }: { block: BlockView }): ReactNode {
  if (block.kind === 'heading') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: levels are the source's, up to six below the article's own title
      <div role="heading" aria-level={block.level} className={css.heading} {...place(block)}>
        {words(block)}
      </div>
    );
  }
  const kind = { preformatted: css.preformatted, 'table-row': css.row, caption: css.caption };
  const own = block.kind in kind ? kind[block.kind as keyof typeof kind] : css.paragraph;
  return (
    <p className={own} {...place(block)}>
      {words(block)}
    </p>
  );
}

/** Where the block's first word stands in the text, and which way the block runs. */
function place({ start, direction }: BlockView) {
  return { 'data-start': start, dir: direction };
}

function words({ segments }: BlockView): ReactNode {
  return segments.map(({ start, words: run, address }) =>
    address === null ? (
      run
    ) : (
      <span key={start} className={css.link} data-start={start} data-address={address}>
        {run}
      </span>
    ),
  );
}

/** List items and quotes that follow each other belong together. */
function grouped(blocks: readonly BlockView[]): BlockView[][] {
  const groups: BlockView[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isGrouped = block.kind === 'list-item' || block.kind === 'quote';
    if (isGrouped && last?.[0]?.kind === block.kind && last[0].direction === block.direction) last.push(block);
    else groups.push([block]);
  }
  return groups;
}
