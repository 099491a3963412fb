import type { TextSpan } from '#shared/kernel/text-span.ts';
import type { ParsedQuery, QueryError, QueryNode } from '#shared/search/model/query.ts';
import { combine, nearNode } from './combine-nodes.ts';
import { lexQuery, type QueryToken } from './lex-query.ts';
import { queryFieldOf } from './query-fields.ts';
import { DEEPEST, LONGEST_QUERY, MOST_ERRORS, MOST_TERMS } from './query-limits.ts';
import { type FieldScope, noField, readOperand, withField } from './read-operand.ts';

/**
 * Reads what was typed. Never throws: what cannot be read is named in `errors`, with its place, and the rest is run.
 *
 * @see RULES.md for the grammar
 */
export function parseQuery(typed: string): ParsedQuery {
  const errors: QueryError[] = [];
  if (typed.length > LONGEST_QUERY) {
    errors.push({
      start: LONGEST_QUERY,
      end: typed.length,
      message: `Only the first ${LONGEST_QUERY.toLocaleString('en')} characters are read.`,
    });
  }
  const tokens = lexQuery(typed.slice(0, LONGEST_QUERY), (name) => queryFieldOf(name) !== null);
  const root = new Parser(tokens, errors).run();
  return { root, errors: errors.sort((a, b) => a.start - b.start) };
}

class Parser {
  private readonly tokens: readonly QueryToken[];
  private readonly errors: QueryError[];
  private at = 0;
  private terms = 0;
  private depth = 0;

  constructor(tokens: readonly QueryToken[], errors: QueryError[]) {
    this.tokens = tokens;
    this.errors = errors;
  }

  run(): QueryNode | null {
    const read: (QueryNode | null)[] = [];
    while (this.at < this.tokens.length) {
      read.push(this.readOr(noField));
      const token = this.tokens[this.at];
      if (token?.kind === 'close') this.fail(token, 'This parenthesis closes nothing.');
      this.at++;
    }
    return combine('and', read);
  }

  private readOr(scope: FieldScope): QueryNode | null {
    const children = [this.readAnd(scope)];
    for (let token = this.tokens[this.at]; token?.kind === 'or'; token = this.tokens[this.at]) {
      this.at++;
      const right = this.readAnd(scope);
      if (right === null || children.at(-1) === null) this.fail(token, 'OR needs something on both sides.');
      children.push(right);
    }
    return combine('or', children);
  }

  private readAnd(scope: FieldScope): QueryNode | null {
    const children: (QueryNode | null)[] = [];
    let isFirst = true;
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') {
        this.at++;
        const next = this.tokens[this.at]?.kind;
        if (isFirst || next === undefined || next === 'or' || next === 'close' || next === 'and') {
          this.fail(token, 'AND needs something on both sides.');
        }
      } else children.push(this.readNear(scope));
      isFirst = false;
    }
    return combine('and', children);
  }

  private readNear(scope: FieldScope): QueryNode | null {
    let left: QueryNode | null = null;
    if (this.tokens[this.at]?.kind !== 'near') left = this.readNot(scope);
    for (let token = this.tokens[this.at]; token?.kind === 'near'; token = this.tokens[this.at]) {
      this.at++;
      const right = this.mayBegin() ? this.readNot(scope) : null;
      const joined = left === null || right === null ? null : nearNode(left, right, token);
      if (joined === null) this.fail(token, 'Words or phrases are needed on both sides of near/ and before/.');
      left = joined ?? combine('and', [left, right]);
    }
    return left;
  }

  private readNot(scope: FieldScope): QueryNode | null {
    let isNot = false;
    let last: QueryToken | undefined;
    for (let token = this.tokens[this.at]; token?.kind === 'not'; token = this.tokens[this.at]) {
      isNot = !isNot;
      last = token;
      this.at++;
    }
    if (last !== undefined && !this.mayBegin()) {
      this.fail(last, 'Something to leave out is needed behind NOT.');
      return null;
    }
    const child = this.readOperand(scope);
    return isNot && child !== null ? { kind: 'not', child } : child;
  }

  private readOperand(outer: FieldScope): QueryNode | null {
    let scope = outer;
    let token = this.tokens[this.at];
    for (; token?.kind === 'field'; token = this.tokens[this.at]) {
      const field = token;
      scope = withField(scope, queryFieldOf(field.name), field);
      this.at++;
      if (!this.mayBegin() || this.tokens[this.at]?.kind === 'not') {
        this.fail(field, `Nothing stands behind ${field.name}:.`);
        return null;
      }
    }
    if (token === undefined) return null;
    this.at++;
    if (token.kind === 'open') return this.readGroup(token, scope);
    if (token.kind !== 'run' && token.kind !== 'quoted') return null;
    if (++this.terms > MOST_TERMS) {
      if (this.terms === MOST_TERMS + 1) this.failToEnd(token);
      return null;
    }
    return readOperand(token, scope, (message) => this.fail(token, message));
  }

  private readGroup(open: QueryToken, scope: FieldScope): QueryNode | null {
    if (this.depth === DEEPEST) {
      this.fail(open, `Parentheses within parentheses are read to a depth of ${DEEPEST}.`);
      this.skipGroup();
      return null;
    }
    this.depth++;
    const inner = this.readOr(scope);
    this.depth--;
    if (this.tokens[this.at]?.kind === 'close') this.at++;
    else this.fail(open, 'This parenthesis is never closed.');
    return inner;
  }

  private skipGroup(): void {
    for (let open = 1; open > 0 && this.at < this.tokens.length; this.at++) {
      const kind = this.tokens[this.at]?.kind;
      if (kind === 'open') open++;
      if (kind === 'close') open--;
    }
  }

  private mayBegin(): boolean {
    const kind = this.tokens[this.at]?.kind;
    return kind === 'open' || kind === 'field' || kind === 'run' || kind === 'quoted' || kind === 'not';
  }

  private fail({ start, end }: TextSpan, message: string): void {
    if (this.errors.length < MOST_ERRORS) this.errors.push({ start, end, message });
  }

  private failToEnd({ start }: QueryToken): void {
    const end = this.tokens.at(-1)?.end ?? start;
    this.fail({ start, end }, `Only the first ${MOST_TERMS.toLocaleString('en')} words are looked for.`);
  }
}
