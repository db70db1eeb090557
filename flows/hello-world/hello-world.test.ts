import { describe, expect, it } from '@jest/globals';
import { recordEvents } from 'headgate';
import helloWorld from './index.ts';

describe('hello-world', () => {
  it('greets in every language, and shows it as a table', async () => {
    const { result, events } = await recordEvents(() => helloWorld({ name: 'Ada' }));
    expect(result).toContainEqual({ language: 'de', greeting: 'Hallo, Ada!' });
    expect(events).toContainEqual(
      expect.objectContaining({ artifact: expect.objectContaining({ kind: 'table', name: 'Greetings' }) }),
    );
  });
});
