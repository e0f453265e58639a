// Keeps what somebody is writing until it is sent: in this tab, so that neither another page nor a sign-in that ends takes it.
import { useState } from 'react';

import { useSession } from '../session';

/** A text that is kept under a name for who is signed in; empty, nothing is kept. */
export function useUnsent(...name: (string | number)[]): [string, (text: string) => void] {
  const { me } = useSession();
  const key = JSON.stringify(['hegui.unsent', me?.party ?? me?.name, ...name]);
  const [text, setText] = useState(() => kept(key));
  return [text, (next) => {
    setText(next);
    keep(key, next);
  }];
}

function kept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // storage is full or switched off: it stays on the page
  }
}
