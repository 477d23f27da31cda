import type { Article, Axis } from '#src/load/entry.ts';

/**
 * The latest `count` articles. Of one day's articles each axis shows its first before any shows
 * its second, so that a day on which much was published does not hide six axes behind one.
 */
export function newest(
  articles: readonly Article[],
  axes: readonly Axis[],
  count: number,
): Article[] {
  const orders = new Map(axes.map(({ slug, data }) => [slug, data.order]));
  const turns = new Map<string, number>();
  return articles
    .map((article) => {
      const { published, axis } = article.data;
      const turn = turns.get(`${published} ${axis}`) ?? 0;
      turns.set(`${published} ${axis}`, turn + 1);
      return { article, turn, order: orders.get(axis) ?? 0 };
    })
    .sort(
      (a, b) =>
        b.article.data.published.localeCompare(a.article.data.published) ||
        a.turn - b.turn ||
        a.order - b.order,
    )
    .slice(0, count)
    .map(({ article }) => article);
}
