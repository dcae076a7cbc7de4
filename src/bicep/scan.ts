const free = String.raw`[^'/()[\]{}$]*(?:'(?:'(?!')|[^'\\$]+')[^'/()[\]{}$]*)*`;
/** Nearly every line, in one step for speed: a closing bracket, or balanced ones and perhaps an opening one at the end. */
const plain = new RegExp(String.raw`^(?:\s*[)\]}]|${free}(?:(?:\(${free}\)|\[${free}\])${free})*[([{]?)$`);
/** A pattern that can go back over a line of any length exhausts the stack. */
const longest = 1_000;

const inCode = /\/[/*]|\$+(?:''')?|'''|'|[([{}\])]/g;
const inString = /\\.|\$\{|'/g;
const inLines = /'''+/g;
const inInterpolatedLines = /'''+|\$+\{?/g;
const inComment = /\*\//g;

/** Tells code from strings and comments, as the compiler does, in the lines of a Bicep file one after the other. */
export class Scanner {
  /** The characters that began the string or the comment that is being read; empty in code. */
  #in = '';
  /** Brackets that are open in the code that is being read. */
  #brackets = 0;
  /** Strings that this code is interpolated into, outermost first. */
  #around: { readonly quotes: string; readonly brackets: number }[] = [];

  /** True where nothing is open but a comment. */
  get isOutside(): boolean {
    return this.#brackets === 0 && this.#around.length === 0 && (this.#in === '' || this.isInComment);
  }

  get isInComment(): boolean {
    return this.#in === '/*';
  }

  /** The line without its comments. */
  uncommented(line: string): string {
    if (this.#in !== '' || line.length > longest || !plain.test(line)) return this.#strip(line, true);
    const last = line.charAt(line.length - 1);
    if (isOpening(last)) this.#brackets += 1;
    else if (isClosing(last) && line.trimStart() === last) this.#close();
    return line;
  }

  /** The line without its comments and without the text of its strings; what is interpolated into them stays. */
  code(line: string): string {
    return this.#strip(line, false);
  }

  /** Goes on as if every bracket were closed. */
  closeBrackets(): void {
    if (this.#in === '') this.#brackets = 0;
  }

  #strip(line: string, keepsText: boolean): string {
    let kept = '';
    let at = 0;
    while (at < line.length) {
      const within = this.#in;
      const pattern = patternIn(within);
      pattern.lastIndex = at;
      const mark = pattern.exec(line)?.[0] ?? '';
      const end = mark === '' ? line.length : pattern.lastIndex;
      if (isString(within)) kept += keepsText ? line.slice(at, end) : ' ';
      else if (within === '') kept += line.slice(at, mark.startsWith('/') ? end - 2 : end);
      if (mark === '//') break;
      this.#turn(mark);
      at = end;
    }
    this.#endLine();
    return kept;
  }

  #turn(mark: string): void {
    if (this.#in === '') {
      if (isOpening(mark)) this.#brackets += 1;
      else if (isClosing(mark)) this.#close();
      else if (mark === '/*' || isString(mark)) this.#in = mark;
    } else if (mark === '*/' || mark.startsWith("'")) this.#in = '';
    else if (mark.endsWith('{') && mark.startsWith(interpolation(this.#in))) {
      this.#around.push({ quotes: this.#in, brackets: this.#brackets });
      this.#in = '';
      this.#brackets = 0;
    }
  }

  #close(): void {
    if (this.#brackets > 0) this.#brackets -= 1;
    else {
      const { quotes = '', brackets = 0 } = this.#around.pop() ?? {};
      this.#in = quotes;
      this.#brackets = brackets;
    }
  }

  /** A comment or a string of several lines continues on the next line; code that is interpolated into a string cannot. */
  #endLine(): void {
    if (this.#in !== '' && this.#in !== "'") return;
    this.#in = '';
    this.#brackets = this.#around[0]?.brackets ?? this.#brackets;
    if (this.#around.length > 0) this.#around = [];
  }
}

const isString = (mark: string): boolean => mark.endsWith("'");
const isOpening = (mark: string): boolean => mark === '{' || mark === '[' || mark === '(';
const isClosing = (mark: string): boolean => mark === '}' || mark === ']' || mark === ')';

function patternIn(within: string): RegExp {
  if (within === '') return inCode;
  if (within === '/*') return inComment;
  if (within === "'") return inString;
  return within === "'''" ? inLines : inInterpolatedLines;
}

/** The dollars of an interpolation: as many as the string itself begins with. */
const interpolation = (quotes: string): string => (quotes.startsWith('$') ? quotes.slice(0, -3) : '$');
