/**
 * The buttons that form a text: each is pressed or not. MDXEditor's own are groups of radio buttons, each
 * with one button in it, for whoever hears them.
 */
import type { ReactNode } from 'react';
import {
  ButtonWithTooltip,
  IS_BOLD,
  IS_ITALIC,
  activeEditor$,
  applyFormat$,
  applyListType$,
  currentFormat$,
  currentListType$,
  editorInTable$,
  iconComponentFor$,
  lexical,
  useCellValue,
  useCellValues,
  usePublisher,
  useTranslation,
  type IconKey,
} from '@mdxeditor/editor';
import { useEffect, useState } from 'react';

interface FormatButtonProps {
  /** Key of its words. */
  words: string;
  icon: IconKey;
  /** Left out for a button that does something once. */
  isOn?: boolean;
  disabled?: boolean;
  onPress: () => void;
  values?: Record<string, string>;
}

function FormatButton({ words, icon, isOn, disabled = false, onPress, values }: FormatButtonProps) {
  const t = useTranslation();
  const iconFor = useCellValue(iconComponentFor$);
  return (
    <ButtonWithTooltip
      title={t(words, '', values)}
      aria-pressed={isOn}
      data-state={isOn ? 'on' : undefined}
      disabled={disabled}
      data-disabled={disabled || undefined}
      onClick={onPress}
    >
      {iconFor(icon)}
    </ButtonWithTooltip>
  );
}

/** Takes back what was written last, and writes it again. */
export function UndoRedo(): ReactNode {
  const editor = useCellValue(activeEditor$);
  const [can, setCan] = useState({ undo: false, redo: false });
  useEffect(() => {
    if (!editor) return;
    const watch = (command: lexical.LexicalCommand<boolean>, name: 'undo' | 'redo') =>
      editor.registerCommand(
        command,
        (isPossible) => {
          setCan((before) => ({ ...before, [name]: isPossible }));
          return false;
        },
        lexical.COMMAND_PRIORITY_CRITICAL,
      );
    const ends = [watch(lexical.CAN_UNDO_COMMAND, 'undo'), watch(lexical.CAN_REDO_COMMAND, 'redo')];
    return () => {
      for (const end of ends) end();
    };
  }, [editor]);
  return (
    <>
      <FormatButton
        words="toolbar.undo"
        values={{ shortcut: 'Ctrl+Z' }}
        icon="undo"
        disabled={!can.undo}
        onPress={() => editor?.dispatchCommand(lexical.UNDO_COMMAND, undefined)}
      />
      <FormatButton
        words="toolbar.redo"
        values={{ shortcut: 'Ctrl+Y' }}
        icon="redo"
        disabled={!can.redo}
        onPress={() => editor?.dispatchCommand(lexical.REDO_COMMAND, undefined)}
      />
    </>
  );
}

/** Bold and italic. */
export function Emphasis(): ReactNode {
  const format = useCellValue(currentFormat$);
  const apply = usePublisher(applyFormat$);
  return (
    <>
      <FormatButton
        words="toolbar.bold"
        icon="format_bold"
        isOn={(format & IS_BOLD) !== 0}
        onPress={() => apply('bold')}
      />
      <FormatButton
        words="toolbar.italic"
        icon="format_italic"
        isOn={(format & IS_ITALIC) !== 0}
        onPress={() => apply('italic')}
      />
    </>
  );
}

/** Lists with dots and with numbers; not in a table, whose cells hold one line. */
export function Lists(): ReactNode {
  const [current, isInTable] = useCellValues(currentListType$, editorInTable$);
  const apply = usePublisher(applyListType$);
  const toggle = (type: 'bullet' | 'number') => apply(current === type ? '' : type);
  return (
    <>
      <FormatButton
        words="toolbar.bulletedList"
        icon="format_list_bulleted"
        isOn={current === 'bullet'}
        disabled={isInTable}
        onPress={() => toggle('bullet')}
      />
      <FormatButton
        words="toolbar.numberedList"
        icon="format_list_numbered"
        isOn={current === 'number'}
        disabled={isInTable}
        onPress={() => toggle('number')}
      />
    </>
  );
}
