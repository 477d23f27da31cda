/**
 * Stands in for `gray-matter/lib/engines.js`, whose JavaScript engine runs the front matter of a
 * file that starts with `---js`. Decap brings its own parsers for the formats it reads.
 */
const refuse = (): never => {
  throw new Error('Phần thông tin của mục này không đọc được. Hãy báo người quản trị.');
};

const refusing = { parse: refuse, stringify: refuse };

export default { yaml: refusing, json: refusing, javascript: refusing };
