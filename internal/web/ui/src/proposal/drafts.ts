// Drafts, which are kept in this browser and nowhere else. Writing can fail, when storage is full or switched off; then the
// page says so and the text stays in the page.

export interface Version {
  at: number;
  text: string;
  /** "87.35"; empty when it was not known. */
  score: string;
}

export interface Draft {
  id: string;
  /** Of the file, "proposal.yaml". */
  name: string;
  pack: string;
  profile: string;
  text: string;
  /** Milliseconds since 1970. */
  saved: number;
  /** To compare with, the newest first. */
  versions: Version[];
}

const prefix = 'hegui.draft.';
const mostVersions = 5;

/** All drafts, the newest first, without their texts' versions. */
export function listDrafts(): Draft[] {
  const out: Draft[] = [];
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i)!;
      const draft = key.startsWith(prefix) ? readDraft(key.slice(prefix.length)) : null;
      if (draft !== null) out.push(draft);
    }
  } catch {
    return [];
  }
  return out.sort((a, b) => b.saved - a.saved);
}

/** A draft by id; null when there is none. */
export function readDraft(id: string): Draft | null {
  try {
    const found = JSON.parse(localStorage.getItem(prefix + id) ?? 'null') as Partial<Draft> | null;
    if (found === null || typeof found.text !== 'string') return null;
    return { id, name: found.name ?? 'proposal.yaml', pack: found.pack ?? '', profile: found.profile ?? 'general', text: found.text, saved: found.saved ?? 0, versions: found.versions ?? [] };
  } catch {
    return null;
  }
}

/** Keeps a draft. False when the browser has no room for it or keeps nothing; older versions go before the text does. */
export function writeDraft(draft: Draft): boolean {
  for (let versions = draft.versions.slice(0, mostVersions); ; versions = versions.slice(0, -1)) {
    try {
      localStorage.setItem(prefix + draft.id, JSON.stringify({ ...draft, versions }));
      return true;
    } catch {
      if (versions.length === 0) return false;
    }
  }
}

/** Begins a draft. */
export function newDraft(o: { text: string; name?: string; pack: string; profile: string }): Draft {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(36).padStart(2, '0')).join('').slice(0, 12);
  return { id, name: o.name ?? 'proposal.yaml', pack: o.pack, profile: o.profile, text: o.text, saved: Date.now(), versions: [] };
}

export function removeDraft(id: string): void {
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // it is not there then
  }
}

/** Calls listener when another tab has written the draft, or, with null, deleted it. */
export function onOtherTab(id: string, listener: (draft: Draft | null) => void): () => void {
  const heard = (e: StorageEvent) => {
    if (e.key === null || e.key === prefix + id) listener(readDraft(id)); // null: all of the storage was emptied
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}
