/**
 * How Decap and the body's editor are heard and reached by key: names, landmarks and states where they have
 * none, and what only a mouse could do.
 */
import { fileURLToPath } from 'node:url';

/** A row of a list by its number, such as “nguồn 2”. */
const place = `place: (field.get('label_singular') || field.get('label')).toLowerCase() + ' ' + (index + 1),`;

const ours = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));

/** Text in the modules of `decap-cms-*` and `@mdxeditor/editor` → ours. */
export const heard: readonly (readonly [from: RegExp, to: string])[] = [
  // One main part on every screen; a list has it already.
  [
    /_styled\("div", (\{\s*target: "\w+",\s*label: "(?:Editor|WorkflowContainer)"\s*\})/g,
    '_styled("main", $1',
  ],
  // Also the one that says that the CMS has failed; of a failed preview the form is the main part.
  [/_jsxs\(ErrorBoundaryContainer, \{/g, `$& as: showBackup ? 'main' : undefined,`],
  // What was written, and the button that copies it, stand before what only an engineer reads.
  [
    /(_jsx\("hr", \{\}\), _jsx\("h2", \{\s*children: t\('ui\.errorBoundary\.detailsHeading'\)\s*\}\), _jsx\("p", \{\s*children: errorMessage\s*\}\)), (backup && showBackup && _jsx\(RecoveredEntry, \{\s*entry: backup,\s*t: t\s*\}\))/g,
    '$2, $1',
  ],
  [/id: "preview-pane",/g, `$& title: 'Xem trước',`],
  // Each field was a nameless part called “widget”. Its hint and what is wrong with it are told with it
  // (`editor/described.ts`).
  [/"aria-label": t\('editor\.editorControl\.field\.widgetLabel', \{[^}]*\}\),/g, ''],
  [/_jsx\(ControlErrorsList, \{/g, `$& id: this.uniqueFieldId + '-errors',`],
  [/_jsx\(ControlHint, \{/g, `$& id: this.uniqueFieldId + '-hint',`],
  // Buttons that show only a sign: what they do, of which row, list or group, and whether they are on.
  [/onClick: onClick,(\s*)title: title,/g, `$& 'aria-pressed': isActive,`],
  [
    /onClick: onCollapseToggle,(\s*children: _jsx\(Icon)/g,
    `onClick: onCollapseToggle, 'aria-label': (collapsed ? 'Mở mục này' : 'Thu gọn mục này') + (props.place ? ': ' + props.place : ''), 'aria-expanded': !collapsed,$1`,
  ],
  [
    /onClick: onRemove,(\s*children: _jsx\(Icon)/g,
    `onClick: onRemove, 'aria-label': 'Bỏ mục này' + (props.place ? ': ' + props.place : ''),$1`,
  ],
  [/allowRemove: field\.get\('allow_remove', true\),/g, `$& ${place}`],
  // Each row is a group with the number that its buttons name: its fields are called alike in all of them.
  [
    /index: index,(\s*)id: key,\s*keys: keys,(\s*children: \[isVariableTypesList)/g,
    `index: index,$1id: key, keys: keys, ${place}$2`,
  ],
  [/_jsx\(ListItem, \{(\s*)sortable: true,/g, `$& role: 'group', 'aria-label': props.place,`],
  [/heading: collapsed && this\.objectLabel\(\),/g, `$& label: this.props.field.get('label'),`],
  [
    /"aria-label": (collapsed \? t\('editor\.editorWidgets\.object\.expand'\) : t\('editor\.editorWidgets\.object\.collapse'\)),/g,
    `"aria-label": [$1, this.props.label || heading].filter(Boolean).join(': '), "aria-expanded": !collapsed,`,
  ],
  [/"data-testid": "clear-button",/g, `$& "aria-label": 'Xóa ngày: ' + fieldName,`],
  [/fieldName: field\.get\('name'\)/g, `fieldName: field.get('label')`],
  // Rows are moved by key too, and their handle says which row it moves.
  [/(Wrapper: dragHandle,\s*)id: id/g, '$1id: id, place: props.place'],
  [/function DragHandle\(\{(\s*)(Wrapper|children),/g, 'function DragHandle({$1$2, place,'],
  [/_jsx\(Wrapper, \{/g, '$& place: place,'],
  [
    /(\.\.\.attributes,\s*\.\.\.listeners,)(\s*children: children)/g,
    `$1 'aria-label': 'Đổi chỗ mục này' + (place ? ': ' + place : ''), 'aria-roledescription': undefined,$2`,
  ],
  [/MouseSensor, TouchSensor, closestCenter/g, 'KeyboardSensor, $&'],
  [
    /\{ SortableContext, useSortable \}/g,
    '{ SortableContext, sortableKeyboardCoordinates, useSortable }',
  ],
  [
    /function SortableList\(\{\s*items,\s*children,[\s\S]*?useSensor\(TouchSensor, \{\s*activationConstraint\s*\}\)/g,
    '$&, useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates })',
  ],
  // What was chosen from another list is moved by mouse alone: a key has no business there.
  [/\.\.\.attributes,(\s*\.\.\.listeners,\s*style: \{\s*whiteSpace)/g, '$1'],
  // A folded row by what it is about.
  [
    /import \{ ListItemTopBar, ObjectWidgetTopBar,/g,
    `import { RowName } from ${ours('row-name.tsx')};\n$&`,
  ],
  [
    /children: this\.objectLabel\(item\)/g,
    'children: _jsx(RowName, { text: this.objectLabel(item), field: field, item: item })',
  ],
  // The picture library: a card is a button, and its picture is named by the file beneath.
  [/onRequestClose: onClose,/g, `onRequestClose: onClose, contentLabel: 'Thư viện ảnh',`],
  [/(loading: "lazy",\s*)src: url/g, `$1alt: '', src: url`],
  [/tabIndex: "0",(\s*style: \{\s*\.\.\.style,)/g, '$1'],
  [
    /onClick: onClick,(\s*width: "100%",\s*height: height,\s*margin: margin,)\s*tabIndex: "-1",/g,
    `onClick: onClick,$1 tabIndex: 0, role: 'button', 'aria-pressed': isSelected, 'aria-label': isDraft ? text + ', ' + draftText.toLowerCase() : text, onKeyDown: (event) => pressCard(event, onClick),`,
  ],
  [/const IMAGE_HEIGHT = 160;/g, `import { pressCard } from ${ours('library-keys.ts')};\n$&`],
  // The body's editor: its toolbar, the window of a link, the tools of a table.
  [/className: classNames\("mdxeditor-toolbar",/g, `"aria-label": "Định dạng nội dung", $&`],
  [
    /className: classNames\(styles\.linkDialogPopoverContent\),/g,
    `"aria-label": linkDialogState.type === "edit" ? t("linkDialog.edit", "") : t("linkDialog.preview", ""), $&`,
  ],
  [
    /createElement\("input", \{ className: styles\.textInput, size: 40, autoFocus: true,/g,
    '$& id: "link-url",',
  ],
  ...(['column', 'row'] as const).flatMap((what) => {
    const side = { column: 'top', row: 'bottom' }[what];
    const kind = what === 'column' ? 'Column' : 'Row';
    const name = `t("table.${what}Menu", "") + " " + (${what === 'column' ? 'colIndex' : 'rowIndex'} + 1)`;
    return [
      [new RegExp(`title: t\\("table\\.${what}Menu", "${kind} menu"\\)`, 'g'), `title: ${name}`],
      // By key one goes on in the tools that were opened.
      [
        new RegExp(
          `onOpenAutoFocus: \\(e\\) => \\{\\s*e\\.preventDefault\\(\\);\\s*\\},(\\s*sideOffset: 5,\\s*side: "${side}")`,
          'g',
        ),
        `"aria-label": ${name},$1`,
      ],
      [
        new RegExp(`className: styles\\.add${kind}Button,`, 'g'),
        `$& title: t("table.add${kind}", ""), "aria-label": t("table.add${kind}", ""),`,
      ],
    ] as const;
  }),
  // The cursor goes into what was added: MDXEditor takes a new last column or row for one past the end.
  [
    /let \[colIndex, rowIndex\] = cell;/g,
    'if (cell[2] === "new") return setActiveCell([cell[0], cell[1]]); $&',
  ],
  [
    /setActiveCellWithBoundaries\(\[colIndex2, 0\]\)/g,
    'setActiveCellWithBoundaries([colIndex2, 0, "new"])',
  ],
  [
    /setActiveCellWithBoundaries\(\[0, rowIndex2\]\)/g,
    'setActiveCellWithBoundaries([0, rowIndex2, "new"])',
  ],
  // Shift+Enter ends a line in a cell, too: MDXEditor goes to the cell above, where the next words then stood.
  [
    /payload == null \? void 0 : payload\.preventDefault\(\);(\s*const nextCell = \(payload == null \? void 0 : payload\.shiftKey\) \? \[colIndex, rowIndex - 1\])/g,
    'if (payload?.shiftKey) return false; $&',
  ],
  // No heads of columns or rows: these cells hold tools, or nothing.
  [
    /createElement\("th", \{ className: styles\.tableToolsColumn/g,
    'createElement("td", { className: styles.tableToolsColumn',
  ],
  [/createElement\("th", null\)/g, 'createElement("td", null)'],
  [
    /createElement\("th", \{ rowSpan:/g,
    'createElement("td", { className: styles.toolCell, rowSpan:',
  ],
  [
    /createElement\("th", \{ key: colIndex,/g,
    'createElement("td", { className: styles.toolCell, key: colIndex,',
  ],
  [/createElement\("th", \{ colSpan:/g, 'createElement("td", { colSpan:'],
  [
    /createElement\(CellElement, \{ className: styles\.toolCell,/g,
    'createElement("td", { className: styles.toolCell,',
  ],
];

/** The module's text with the names and keys in place. */
export function asHeard(code: string): string {
  return heard.reduce((text, [from, to]) => text.replace(from, to), code);
}
