/** The body of an article's picture: what to remember, what to do. */
import type { ArticleData } from '#src/schema/index.ts';
import { colors } from '#src/styles/tokens.ts';
import { words } from '#src/text/vi.ts';
import { Column, Disc, Petal, Row, Words, type Setting } from './parts.tsx';

interface ArticleProps extends Setting {
  points: readonly string[];
  actions: ArticleData['actions'];
}

export function ArticleBody({ points, actions, size, tone }: ArticleProps) {
  return (
    <Column gap={size * 0.95}>
      <Column gap={size * 0.55}>
        <Words fontSize={size * 0.92} fontWeight={700} color={tone.strong}>
          {words.article.keyPoints}
        </Words>
        {points.map((point, index) => (
          <Row key={index} gap={size * 0.6}>
            <Petal size={size} color={tone.strong} />
            <Words flex={1} fontSize={size} color={colors.ink}>
              {point}
            </Words>
          </Row>
        ))}
      </Column>
      {actions.length > 0 && <Actions actions={actions} size={size} />}
    </Column>
  );
}

function Actions({ actions, size }: Pick<ArticleProps, 'actions' | 'size'>) {
  return (
    <Column
      gap={size * 0.5}
      padding={`${size * 0.65}px ${size * 0.8}px ${size * 0.75}px`}
      border={`4px solid ${colors.gold}`}
      borderRadius={size * 0.5}
      background={colors.surface}
    >
      <Words fontSize={size * 0.92} fontWeight={700} color={colors.brand}>
        {words.article.actions}
      </Words>
      {actions.map(({ what, where }, index) => (
        <Row key={index} gap={size * 0.55}>
          <Disc size={size * 0.8} color={colors.brand}>
            {String(index + 1)}
          </Disc>
          <Column flex={1}>
            <Words fontSize={size} color={colors.ink}>
              {what}
            </Words>
            {where !== undefined && (
              <Words fontSize={size * 0.9} color={colors.inkSoft}>
                {`${words.article.where} ${where}`}
              </Words>
            )}
          </Column>
        </Row>
      ))}
    </Column>
  );
}
