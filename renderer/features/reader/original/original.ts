// The script of original.html. It is built as a file of its own and stands in a sandboxed frame without an origin, a network
// or storage. It may import nothing that another entry imports, or it would be split and asked for as a module.
import { cleanCapture } from './clean-capture.ts';
import type { OriginalAnswer, OriginalMessage } from './original-message.ts';

addEventListener('message', ({ source, data }: MessageEvent<OriginalMessage>) => {
  if (source !== parent || parent === window) return;
  const answer = data.kind === 'page' ? showPage(data.html) : showWords(data.text);
  parent.postMessage(answer, '*'); // the frame has no origin, and the answer holds counts alone
});

function showPage(html: string): OriginalAnswer {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const omissions = cleanCapture(page);
  document.documentElement.replaceWith(document.adoptNode(page.documentElement));
  return { kind: 'shown', ...omissions };
}

function showWords(text: string): OriginalAnswer {
  const words = document.createElement('pre');
  words.dir = 'auto';
  words.style.cssText = 'white-space: pre-wrap; overflow-wrap: break-word; font: 14px/22px ui-monospace, monospace';
  words.textContent = text;
  document.body.replaceChildren(words);
  return { kind: 'shown', elements: 0, pictures: 0 };
}
