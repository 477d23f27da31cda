/** JSON-LD of a page (schema.org): who speaks, what the page is, where it stands. */
import type { HeadInput } from './head.ts';
import { absolute } from './web-values.ts';
import { startOfDay } from '#src/time/hanoi.ts';

/** One graph with the publisher, the site, the breadcrumbs and, on articles, the article. */
export function structuredData(input: HeadInput): object {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      organization(input),
      webSite(input),
      ...(input.article ? [article(input, input.article)] : []),
      ...(input.breadcrumbs.length > 0 ? [breadcrumbList(input)] : []),
    ],
  };
}

const organizationId = (input: HeadInput) => absolute(input.site, '/#co-quan');

function organization(input: HeadInput): object {
  const { site } = input;
  return {
    '@type': 'GovernmentOrganization',
    '@id': organizationId(input),
    name: site.organization,
    url: absolute(site, '/'),
    areaServed: `${site.ward}, ${site.city}`,
    logo: absolute(site, '/apple-touch-icon.png'),
  };
}

function webSite(input: HeadInput): object {
  const { site } = input;
  return {
    '@type': 'WebSite',
    '@id': absolute(site, '/#trang'),
    name: site.name,
    description: site.description,
    url: absolute(site, '/'),
    inLanguage: 'vi',
    publisher: { '@id': organizationId(input) },
  };
}

function article(input: HeadInput, dates: NonNullable<HeadInput['article']>): object {
  const { site, title, description, path, image } = input;
  return {
    '@type': 'Article',
    headline: title,
    description,
    url: absolute(site, path),
    mainEntityOfPage: absolute(site, path),
    ...(image ? { image: absolute(site, image.path) } : {}),
    datePublished: startOfDay(dates.published),
    dateModified: startOfDay(dates.updated ?? dates.published),
    articleSection: dates.section,
    inLanguage: 'vi',
    author: { '@id': organizationId(input) },
    publisher: { '@id': organizationId(input) },
  };
}

function breadcrumbList({ site, breadcrumbs }: HeadInput): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: breadcrumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(site, path),
    })),
  };
}
