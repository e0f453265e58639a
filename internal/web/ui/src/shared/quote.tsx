// A quote in its place: the sentence of the document with the quoted words marked.
import type { Api } from '../api';
import { useWords } from '../i18n';
import { Link } from '../router';

export function QuoteInPlace({ quote, pack }: { quote: Api['Quote']; pack: string }) {
  const { t } = useWords();
  const at = quote.whole.indexOf(quote.text);
  return (
    <figure className="quote">
      <blockquote lang="zh">
        {at < 0 ? quote.whole || quote.text : <>{quote.whole.slice(0, at)}<mark>{quote.text}</mark>{quote.whole.slice(at + quote.text.length)}</>}
      </blockquote>
      <figcaption><Link to={`/document/${pack}#${quote.sentence}`}>{t('quote.place', { sentence: quote.sentence })}</Link></figcaption>
    </figure>
  );
}
