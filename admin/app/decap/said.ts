/** What Decap, its lists to choose from and its rows to be moved say in English, whatever the language: ours in its place. */

/** Text in the modules of `decap-cms-*`, `react-select` and `@dnd-kit/core` → ours. */
export const said: readonly (readonly [from: RegExp, to: string])[] = [
  // A refused picture, in our words, for as long as it takes to read them.
  [
    /`Failed to persist media: \$\{error\}`,(\s*type: 'error',\s*)dismissAfter: 8000/g,
    'error.message,$1dismissAfter: 30000',
  ],
  [/`Failed to delete media: \$\{/g, '`Chưa xóa được ảnh: ${'],
  [
    /`\$\{existingFile\.name\} already exists\. Do you want to replace it\?`/g,
    '`Đã có ảnh ${existingFile.name}. Thay ảnh ấy bằng ảnh mới?`',
  ],
  // What is filled in wrongly keeps a save back as an empty field does, and is told as that is.
  [/const hasPresenceErrors = fieldsErrors\.some\([^;]*;/g, 'const hasPresenceErrors = true;'],
  [
    /'Errors occurred while searching entries locally!'/g,
    `'Có loại nội dung chưa tìm được. Hãy tải lại trang rồi tìm lại.'`,
  ],
  [
    /'Not allowed to create new entries in this collection'/g,
    `'Loại này không thêm mục mới được. Hãy sửa mục đang có.'`,
  ],
  [
    /'Not allowed to delete entries in this collection'/g,
    `'Loại này không xóa mục được. Hãy nhờ người quản trị.'`,
  ],
  [
    /`Failed to load config\.yml \(\$\{message\}\)`/g,
    '`Chưa mở được cấu hình (${message}). Hãy tải lại trang.`',
  ],
  [
    /`Request timed out after \$\{timeout\} seconds`/g,
    '`Máy chủ không trả lời sau ${timeout} giây. Hãy kiểm tra mạng rồi thử lại.`',
  ],
  [/`No \$\{labelField\.get\('name'\)\}`/g, `'Chưa điền'`],
  [
    /`YAML parsing error:\\n\$\{messages\}`/g,
    '`Phần thông tin của mục này viết sai nên chưa mở được. Hãy báo người quản trị: ${messages}`',
  ],
  // Git hosts.
  [
    /'Your (GitHub|GitLab|Forgejo) user account does not have access to this repo\.'/g,
    `'Tài khoản $1 của bạn chưa được vào kho nội dung. Hãy nhờ người quản trị mời vào kho, rồi đăng nhập lại.'`,
  ],
  [
    /'Cannot authenticate over insecure protocol!'/g,
    `'Trang quản trị phải mở bằng https:// thì mới đăng nhập được.'`,
  ],
  [/'Invalid nonce'/g, `'Lần đăng nhập này đã quá hạn. Hãy bấm đăng nhập lại.'`],
  // Lists to choose from, as they are seen and as they are heard.
  [/'No options'/g, `'Không có mục nào khớp'`],
  [/'Loading\.\.\.'|'Loading options…'/g, `'Đang tìm…'`],
  [/'Select\.\.\.'/g, `'Chọn…'`],
  [/"Remove "\.concat\(children \|\| 'option'\)/g, `"Bỏ ".concat(children || 'mục này')`],
  [/" result"\)\.concat\(count !== 1 \? 's' : '', " available"\)/g, '" mục khớp")'],
  [
    /"Use Up and Down to choose options[^"]*"\.concat\(tabSelectsValue \? '[^']*' : '', "\."\)/g,
    '"Phím lên, xuống để tìm, Enter để chọn, Escape để đóng danh sách."',
  ],
  [
    /""\.concat\(props\['aria-label'\] \|\| 'Select', " is focused "\)\.concat\(isSearchable \? '[^']*' : '', "[^"]*"\)\.concat\(isMulti \? '[^']*' : ''\)/g,
    `(isSearchable ? 'Gõ để tìm, phím xuống để mở danh sách.' : 'Phím xuống để mở danh sách.') + (isMulti ? ' Phím trái để tới mục đã chọn.' : '')`,
  ],
  [
    /'Use left and right to toggle between focused values[^']*'/g,
    `'Phím trái, phải để tới mục khác, Backspace để bỏ mục này.'`,
  ],
  [/"option "\.concat\(label, ", deselected\."\)/g, '"Đã bỏ ".concat(label, ".")'],
  [/'All selected options have been cleared\.'/g, `'Đã bỏ mọi mục.'`],
  [
    /"option"\.concat\(labels\.length > 1 \? 's' : '', " "\)\.concat\(labels\.join\(','\), ", selected\."\)/g,
    `"Đang chọn ".concat(labels.join(', '), ".")`,
  ],
  [
    /"option "\.concat\(label, " is disabled\. Select another option\."\)/g,
    '"Không chọn được ".concat(label, ". Hãy chọn mục khác.")',
  ],
  [/"option "\.concat\(label, ", selected\."\)/g, '"Đã chọn ".concat(label, ".")'],
  [/\.concat\(arr\.indexOf\(item\) \+ 1, " of "\)/g, '.concat(arr.indexOf(item) + 1, " trong ")'],
  [/"value "\.concat\(label, " focused, "\)/g, '"Đang ở ".concat(label, ", ")'],
  [/isDisabled \? ' disabled' : ''/g, `isDisabled ? ', không chọn được' : ''`],
  [/isSelected \? ' selected' : ''/g, `isSelected ? ', đang chọn' : ''`],
  [/' for search term ' \+ inputValue/g, `' với ' + inputValue`],
  // Rows that are moved, by their number, where the package would read out an id.
  [
    /"\\n    To pick up a draggable item, press the space bar\.[^"]*"/g,
    `"Bấm phím cách để nhấc, phím lên, xuống để dời, phím cách để đặt xuống, Escape để thôi."`,
  ],
  [
    /"Picked up draggable item " \+ active\.id \+ "\."/g,
    '"Đã nhấc mục " + rowNumber(active) + "."',
  ],
  [
    /"Draggable item " \+ active\.id \+ " was moved over droppable area " \+ over\.id \+ "\."/g,
    '"Tới chỗ của mục " + rowNumber(over) + "."',
  ],
  [/"Draggable item " \+ active\.id \+ " is no longer over a droppable area\."/g, '""'],
  [
    /"Draggable item " \+ active\.id \+ " was dropped over droppable area " \+ over\.id/g,
    '"Đã đặt vào chỗ của mục " + rowNumber(over) + "."',
  ],
  [/"Draggable item " \+ active\.id \+ " was dropped\."/g, '"Đã đặt xuống."'],
  [
    /"Dragging was cancelled\. Draggable item " \+ active\.id \+ " was dropped\."/g,
    '"Thôi, mục " + rowNumber(active) + " ở chỗ cũ."',
  ],
  [
    /const defaultAnnouncements = /g,
    'const rowNumber = (row) => row.data.current.sortable.index + 1;\n$&',
  ],
];

/** The module's text in Vietnamese. */
export function inVietnamese(code: string): string {
  return said.reduce((text, [from, to]) => text.replace(from, to), code);
}
