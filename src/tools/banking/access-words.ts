/** How online access, and the addresses messages go to, are spoken of. */
import type { ToolResult } from '#tools/tool.ts';

/** "email address on file, ending in example.com": enough to know one's own, too little to learn another's. */
export function spokenAddress(channel: 'email' | 'text', address: string): string {
  return channel === 'email'
    ? `email address on file, ending in ${address.slice(address.indexOf('@') + 1)}`
    : `phone number on file, ending in ${address.slice(-4)}`;
}

export const NO_ACCESS: ToolResult = {
  ok: false,
  why: 'no_account',
  say: "You don't have online banking with us yet. A colleague can set it up for you.",
  facts: {},
};
