import { mediaType } from './media-type.ts';

/** The page in which a capture's own HTML is shown: framed by the desk, sandboxed, and trusted with nothing. */
const ORIGINAL_PAGE = '/original.html';

/** Its script: a classic one, and the only file that a frame without an origin may ask for. */
export const ORIGINAL_SCRIPT = '/original.js';

/** One policy for both hosts: a header on every answer, never a meta tag. Workers take it from their script's answer. */
const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types casewright-worker',
].join('; ');

/** A capture may bring its looks and its embedded pictures, nothing that runs and nothing that asks for an address. */
const ORIGINAL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Features that a page may ask the browser for and the desk never does. */
const FEATURES_OFF = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * The headers with which either host answers for a file of the build.
 *
 * @param pathname - as in the address: decoded, `/` first; `/` itself is the desk
 */
export function contentHeaders(pathname: string): Record<string, string> {
  const path = pathname === '/' ? '/index.html' : pathname;
  return {
    'content-type': mediaType(path),
    'content-security-policy': path === ORIGINAL_PAGE ? ORIGINAL_POLICY : DESK_POLICY,
    // both, so that the page is cross-origin isolated: no window that it did not open can reach it
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': path === ORIGINAL_SCRIPT ? 'cross-origin' : 'same-origin',
    'permissions-policy': FEATURES_OFF,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    // names under /assets/ carry a hash of their bytes; anything else may change with the next version
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  };
}
