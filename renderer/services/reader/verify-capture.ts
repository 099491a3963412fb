import type { Workspace } from '#renderer/data/workspace.ts';
import type { CaptureId } from '#shared/domain/ids.ts';

/**
 * Whether the bytes of a capture still have the hash that they go by.
 *
 * @throws {AppError} `not-found` when the bytes are gone
 */
export async function verifyCapture(workspace: Workspace, captureId: CaptureId): Promise<boolean> {
  const { bytes } = await workspace.articles.captureBytes(captureId);
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice().buffer);
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === captureId;
}
