// The example proposals of the repository, each loaded when it is opened.
const files = import.meta.glob<string>('../../../../../../examples/proposals/{f01,f02,f03,f06,f12,e15}-*/proposal.yaml', { query: '?raw', import: 'default' });

export const exampleIds = ['f06', 'f02', 'f03', 'f12', 'f01', 'e15'] as const;

/** The text of an example. */
export async function loadExample(id: (typeof exampleIds)[number]): Promise<string> {
  const found = Object.entries(files).find(([name]) => name.includes(`/proposals/${id}-`));
  return (await found![1]()) as unknown as string;
}
