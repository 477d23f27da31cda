import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { kitContext, kitPathsById } from '#src/channels/kit/entries.ts';
import { kitScripts, textFile } from '#src/channels/kit/files.ts';
import { fileResponse } from '#src/channels/kit/respond.ts';
import { scriptMinutes } from '#src/channels/loudspeaker/script.ts';
import { bodyText } from '#src/load/index.ts';

export const getStaticPaths = (async () =>
  (await kitPathsById()).flatMap(({ params, props }) =>
    scriptMinutes.map((minutes) => ({
      params: { ...params, minutes: String(minutes) },
      props: { ...props, minutes },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async (context) => {
  const { entry, minutes } = context.props;
  const scripts = kitScripts(entry, await bodyText(entry), await kitContext(context.site!));
  const { text } = scripts.find((script) => script.minutes === minutes)!;
  return fileResponse(textFile(text), 'text/plain; charset=utf-8');
};
