import { TickCircle, WarningSign } from '@blueprintjs/icons';
import { useEffect, useState } from 'react';
import type { OpenArticle } from '#renderer/services/reader/use-open-article.ts';
import { verifyCapture } from '#renderer/services/reader/verify-capture.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Verdict } from '#renderer/ui/Facts.tsx';
import type { TextVersion } from '#shared/domain/text-version.ts';
import css from './Details.module.css';

/** Bytes above which a capture is hashed only when asked for. */
const AT_ONCE = 16_000_000;

/** What proves the capture: its hash, when that was last checked, and which text was read from it by what. */
export function Integrity({ open, version }: { readonly open: OpenArticle; readonly version: TextVersion | null }) {
  const { workspace } = useServices();
  const { capture } = open;
  const [checked, setChecked] = useState<{ readonly id: string; readonly isWhole: boolean; readonly at: Date } | null>(
    null,
  );
  const id = capture?.id;
  const isSmall = (capture?.size ?? 0) <= AT_ONCE;
  const check = () => {
    if (!id) return;
    verifyCapture(workspace, id).then(
      (isWhole) => setChecked({ id, isWhole, at: new Date() }),
      () => setChecked({ id, isWhole: false, at: new Date() }),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each capture
  useEffect(() => {
    if (isSmall) check();
  }, [id, isSmall]);
  const verdict = checked?.id === id ? checked : null;
  if (!capture) return <p className={css.integrity}>The capture of this article is not in this workspace.</p>;
  return (
    <div className={css.integrity}>
      <span>
        Capture SHA-256, {capture.size.toLocaleString('en')} bytes, {capture.mediaType}
        <br />
        <span className={css.hash}>{capture.id}</span>
      </span>
      <span className={css.verdict}>
        {verdict ? (
          <Verdict
            kind={verdict.isWhole ? 'ok' : 'bad'}
            icon={verdict.isWhole ? <TickCircle size={14} /> : <WarningSign size={14} />}
          >
            {verdict.isWhole ? 'Verified' : 'Altered: the bytes no longer fit this hash'} on{' '}
            {verdict.at.toISOString().slice(0, 19).replace('T', ' ')} UTC
          </Verdict>
        ) : (
          'Not verified yet'
        )}
        <Button isSmall look="plain" onClick={check}>
          Verify now
        </Button>
      </span>
      {version && (
        <span>
          Text version <span className={css.hash}>{version.id.slice(0, 16)}</span>, read by {version.extractor}{' '}
          {version.extractorVersion}, {version.length.toLocaleString('en')} characters
        </span>
      )}
    </div>
  );
}
