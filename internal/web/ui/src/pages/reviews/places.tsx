// The pages of reviews, of which each role sees those that it can use.
import { useWords, type Key } from '../../i18n';
import { Link, usePath } from '../../router';
import { useMay } from '../../session';

const places: { path: string; needs: string; words: Key }[] = [
  { path: '/reviews', needs: 'listSubmissions', words: 'reviews.title' },
  { path: '/reviews/interests', needs: 'listInterests', words: 'interests.title' },
  { path: '/reviews/waivers', needs: 'listWaivers', words: 'waivers.title' },
];

export function Places() {
  const { t } = useWords();
  const may = useMay();
  const path = usePath();
  const shown = places.filter((p) => may(p.needs));
  if (shown.length < 2) return null;
  return (
    <nav className="places" aria-label={t('reviews.places')}>
      {shown.map((p) => <Link key={p.path} to={p.path} aria-current={p.path === path ? 'page' : undefined}>{t(p.words)}</Link>)}
    </nav>
  );
}
