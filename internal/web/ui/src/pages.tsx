// The pages: a path, what it is called, and the component, which is loaded when it is first shown. The first part of each
// path also stands in web.go. See docs/web.md for adding one.
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

import type { Key } from './i18n';

export interface Page {
  /** Of the router: "/document/:pack/:requirement". */
  path: string;
  /** In the title of the window. */
  title: Key;
  /** In the navigation, for pages that stand there. */
  nav?: Key;
  /** The operation of the interface that who is signed in must be allowed, for the page to stand in the navigation. */
  needs?: string;
  /** Uses the whole width of the window. */
  wide?: boolean;
  component: LazyExoticComponent<ComponentType>;
}

const start = lazy(() => import('./pages/check/start'));
const requirement = lazy(() => import('./pages/document/requirement'));
const source = lazy(() => import('./pages/document/source'));

export const pages: Page[] = [
  { path: '/', title: 'check.title', component: start },
  { path: '/check', title: 'check.title', nav: 'nav.check', component: start },
  { path: '/check/:draft', title: 'check.title', wide: true, component: lazy(() => import('./pages/check/workspace')) },
  { path: '/document', title: 'document.title', nav: 'nav.document', component: source },
  { path: '/document/:pack', title: 'document.title', component: source },
  { path: '/document/:pack/:requirement', title: 'requirement.title', component: requirement },
  { path: '/reviews', title: 'reviews.title', nav: 'nav.reviews', needs: 'listSubmissions', wide: true, component: lazy(() => import('./pages/reviews/queue')) },
  { path: '/reviews/interests', title: 'interests.title', component: lazy(() => import('./pages/reviews/interests')) },
  { path: '/reviews/waivers', title: 'waivers.title', wide: true, component: lazy(() => import('./pages/reviews/waivers')) },
  { path: '/reviews/of/:submission', title: 'submission.title', wide: true, component: lazy(() => import('./pages/reviews/submission')) },
  { path: '/batches', title: 'batches.title', nav: 'nav.batches', needs: 'listBatches', wide: true, component: lazy(() => import('./pages/batches/list')) },
  { path: '/batches/:batch', title: 'batch.title', wide: true, component: lazy(() => import('./pages/batches/batch')) },
  { path: '/batches/:batch/compare', title: 'versus.title', wide: true, component: lazy(() => import('./pages/batches/compare')) },
  { path: '/batches/:batch/replay', title: 'replay.title', component: lazy(() => import('./pages/batches/replay')) },
  { path: '/batches/:batch/:item', title: 'item.title', wide: true, component: lazy(() => import('./pages/batches/item')) },
];
