/** JSON-LD of a page (schema.org): who speaks, what the page is, where it stands. */
import type { PageInfo } from './page-info.ts';
import { absolute } from './web-values.ts';
import { startOfDay } from '#src/time/hanoi.ts';

/** One graph with the publisher, the breadcrumbs and the entry, or on the home page the site. */
export function structuredData(input: PageInfo): object {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      organization(input),
      ...(input.path === '/' ? [webSite(input)] : []),
      ...(input.entry && input.structured ? [entry(input, input.entry, input.structured)] : []),
      ...(input.breadcrumbs.length > 0 ? [breadcrumbList(input)] : []),
    ],
  };
}

const organizationId = (input: PageInfo) => absolute(input.site, '/#co-quan');

/** In full on the home page; elsewhere what an entry needs of its publisher. */
function organization(input: PageInfo): object {
  const { site, path } = input;
  return {
    '@type': 'GovernmentOrganization',
    '@id': organizationId(input),
    name: site.organization,
    url: absolute(site, '/'),
    ...(path === '/' && {
      areaServed: `${site.ward}, ${site.city}`,
      logo: absolute(site, '/apple-touch-icon.png'),
    }),
  };
}

function webSite(input: PageInfo): object {
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

function entry(
  input: PageInfo,
  dates: NonNullable<PageInfo['entry']>,
  structured: NonNullable<PageInfo['structured']>,
): object {
  const { site, title, description, path, image } = input;
  const url = absolute(site, path);
  const publisher = { '@id': organizationId(input) };
  const picture = image && absolute(site, image.path);
  const published = startOfDay(dates.published);
  return {
    name: title,
    description,
    url,
    ...(picture && { image: picture }),
    ...structured({
      url,
      absolute: (other) => absolute(site, other),
      organization: publisher,
      area: `${site.ward}, ${site.city}`,
      image: picture,
      published,
      work: {
        datePublished: published,
        dateModified: startOfDay(dates.updated ?? dates.published),
        inLanguage: 'vi',
        author: publisher,
        publisher,
      },
    }),
  };
}

function breadcrumbList({ site, breadcrumbs }: PageInfo): object {
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
