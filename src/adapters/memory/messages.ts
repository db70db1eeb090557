import type { Messages } from '../../ports.ts';
import type { Around } from './hook.ts';

/** A chat. */
export type Chat = {
  readonly texts: string[];
  /** How many messages from now on are not taken. */
  refusals: number;
};

export function memoryMessages(chat: Chat, around: Around): Messages {
  return {
    send: (text) =>
      around('send', () => {
        if (chat.refusals > 0) {
          chat.refusals -= 1;
          return { kind: 'failed', reason: 'the chat answered 500' };
        }
        chat.texts.push(text);
        return { kind: 'sent' };
      }),
  };
}
