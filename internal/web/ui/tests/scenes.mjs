// The pages as they are pictured: a name, how it is reached, and whether in English or dark.
export const scenes = [
  { name: 'start', run: async ({ open }) => open('/') },
];
