import { setImmediate as afterIO } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { typedInput, type TypedInput } from '../../generators/typed-input.ts';

interface Typing {
  readonly typed: TypedInput;
  readonly type: (text: string) => Promise<void>;
  /** What the open prompt read. */
  readonly read: () => string;
}

/** A terminal with a prompt that is open and drawn. */
async function typing(takesText = true, end: () => void = () => {}): Promise<Typing> {
  const source = Object.assign(new PassThrough(), { setRawMode: () => {} });
  const typed = typedInput(source);
  if (!typed) throw new Error('there is a terminal');
  let read = '';
  typed.stream.on('data', (chunk: Buffer) => (read += chunk.toString()));
  typed.open({ takesText, end });
  await afterIO();
  await afterIO();
  const type = async (text: string): Promise<void> => {
    source.write(text);
    await afterIO();
  };
  return { typed, type, read: () => read };
}

describe('keys of a terminal', () => {
  it('reach a prompt as they are typed', async () => {
    const { typed, type, read } = await typing();
    for (const key of ['w', 'ä', '\u001b[D', '\u007f', '\r']) await type(key);
    expect(read()).toBe('wä\u001b[D\u007f\r');
    expect(typed.takeLine()).toBeUndefined();
  });

  it.each(['\r', '\n', '\r\n'])('keep lines after the first for the questions that follow (%j)', async (end) => {
    const { typed, type, read } = await typing();
    await type(['one', 'two', '', 'four'].join(end));
    expect(read()).toBe('one\r');
    expect([typed.takeLine(), typed.takeLine(), typed.takeLine()]).toEqual(['two', '', undefined]);
    typed.close();
    typed.open({ takesText: true, end: () => {} });
    await afterIO();
    expect(read()).toBe('one\rfour');
  });

  it('keep what comes while a line is judged, in any pieces', async () => {
    const { typed, type } = await typing();
    for (const piece of ['\u001b[200~one\rt', 'wo\rthr', 'ee\r\u001b[201~']) await type(piece);
    expect([typed.takeLine(), typed.takeLine(), typed.takeLine()]).toEqual(['two', 'three', undefined]);
  });

  it('are given up with the line that is refused', async () => {
    const { typed, type, read } = await typing();
    await type('wrong\rtwo\rthree');
    expect(typed.drop()).toEqual(['two', 'three']);
    await type('\u0015right\r');
    expect(read()).toBe('wrong\r\u0015right\r');
    expect(typed.takeLine()).toBeUndefined();
  });

  it('accept nothing for which Enter was pressed too often or too early', async () => {
    const { typed, type, read } = await typing();
    await type('one\r\r\r');
    await type('\r');
    expect(read()).toBe('one\r');
    typed.close();
    await type('\r');
    typed.open({ takesText: true, end: () => {} });
    await afterIO();
    expect(read()).toBe('one\r');
    expect(typed.takeLine()).toBeUndefined();
  });

  it('stop all with Ctrl-C', async () => {
    const { typed, type, read } = await typing();
    await type('one\rtwo\r\u0003');
    expect(read()).toBe('\u0003');
    expect(typed.takeLine()).toBeUndefined();
  });

  it('choose from a list, and end it where a line was pasted', async () => {
    let ended = 0;
    const { typed, type, read } = await typing(false, () => (ended += 1));
    for (const key of ['\u001b[B', 'n\r', ' \r', '\u001b[B \r']) await type(key);
    expect(read()).toBe('\u001b[Bn\r \r\u001b[B \r');
    expect(ended).toBe(0);
    await type('northeurope\r');
    expect(ended).toBe(1);
    expect(typed.takeLine()).toBe('northeurope');
  });
});
