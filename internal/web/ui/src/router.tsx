// Paths and pages. A path pattern holds names after a colon, as "/document/:pack/:requirement"; a page gets them as
// params. Links are ordinary ones, so that they can be opened in another tab.
import { createContext, useContext, useSyncExternalStore, type AnchorHTMLAttributes, type ReactNode } from 'react';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

/** Goes to a path, which may hold a query and a fragment. */
export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  for (const listener of listeners) listener();
}

/** The path that is shown, without query and fragment. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** The query of what is shown; setting a value replaces the entry of the history. */
export function useQuery(): [URLSearchParams, (name: string, value: string | null) => void] {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return [
    new URLSearchParams(search),
    (name, value) => {
      const query = new URLSearchParams(location.search);
      if (value === null || value === '') query.delete(name);
      else query.set(name, value);
      const text = query.toString();
      navigate(location.pathname + (text === '' ? '' : `?${text}`) + location.hash, 'replace');
    },
  ];
}

export type Params = Record<string, string>;

/** The names in a pattern with what stands in their place in a path; null when the path is another. */
export function match(pattern: string, path: string): Params | null {
  const want = pattern.split('/');
  const have = path.split('/');
  if (want.length !== have.length) return null;
  const params: Params = {};
  for (const [i, part] of want.entries()) {
    const value = have[i]!;
    if (part.startsWith(':')) {
      if (value === '') return null;
      try {
        params[part.slice(1)] = decodeURIComponent(value);
      } catch {
        return null;
      }
    } else if (part !== value) return null;
  }
  return params;
}

export const ParamsContext = createContext<Params>({});

/** What stands in the path of the page for the names in its pattern. */
export function useParams(): Params {
  return useContext(ParamsContext);
}

/** A link within the app. */
export function Link({ to, children, ...rest }: { to: string; children?: ReactNode } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(e) => {
        rest.onClick?.(e);
        if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
        e.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}
