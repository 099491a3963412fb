/** Arguments of one call: far below what any engine takes. */
const STRETCH = 0x8000;

/** Bytes as base64, as the bridge to the host carries them. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += STRETCH) text += String.fromCharCode(...bytes.subarray(at, at + STRETCH));
  return btoa(text);
}

/** The bytes of a base64 text that the host has sent. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
