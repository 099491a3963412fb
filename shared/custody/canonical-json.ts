import { AppError } from '#shared/kernel/app-error.ts';

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * Writes a value as RFC 8785 canonical JSON, so that equal values have equal bytes and equal hashes. Half a surrogate pair,
 * which the standard refuses, is written as an escape: a quote that was cut badly must still be kept.
 *
 * @throws {AppError} `bad-input` for what JSON cannot say: undefined, NaN, infinities, functions, big integers
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  // Written out rather than taken from a package: the one there is
  // calls String.isWellFormed, which Chromium 108 lacks.
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
      if (isPlain(value)) return canonicalObject(value);
  }
  throw new AppError('bad-input', `JSON cannot say ${String(value)}.`);
}

function canonicalObject(value: { readonly [name: string]: unknown }): string {
  let text = '{';
  // Array.sort compares UTF-16 code units, as the standard asks.
  for (const name of Object.keys(value).sort()) {
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(name)}:${canonicalJson(value[name])}`;
  }
  return `${text}}`;
}

function isPlain(value: object): value is { readonly [name: string]: unknown } {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether two JSON values are the same; the order of an object's members does not matter. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, at) => isSameJson(each, b[at]))
    );
  }
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return (
    left.length === right.size && left.every(([name, each]) => right.has(name) && isSameJson(each, right.get(name)))
  );
}
