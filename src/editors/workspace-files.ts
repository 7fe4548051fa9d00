/** What VS Code is told about this project: nothing may change a manuscript but its editor. */
export const vscodeSettings = {
  '[markdown]': {
    'editor.formatOnSave': false,
    'editor.formatOnPaste': false,
    'editor.formatOnType': false,
    'editor.codeActionsOnSave': { 'source.fixAll': 'never' },
    'editor.wordWrap': 'on',
    'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'off' },
    'editor.wordBasedSuggestions': 'off',
    'editor.snippetSuggestions': 'top',
    // ，：（ are no mistakes in Chinese.
    'editor.unicodeHighlight.ambiguousCharacters': false,
    'files.trimTrailingWhitespace': false,
  },
  '[yaml]': { 'editor.formatOnSave': false, 'editor.unicodeHighlight.ambiguousCharacters': false },
  'yaml.format.enable': false,
  'files.encoding': 'utf8',
  'files.eol': '\n',
  'files.insertFinalNewline': true,
  'search.exclude': { _site: true, '.cache': true },
} as const;

export const vscodeExtensions = { recommendations: ['redhat.vscode-yaml', 'EditorConfig.EditorConfig'] };

/** VS Code's own place holder. */
const variable = (name: string): string => `\${${name}}`;

/** Lines of `check` as VS Code reads them: it knows no level but in English. */
const matcher = (word: string, severity: string): object => ({
  owner: `news-${severity}`,
  source: '稿件检查',
  fileLocation: ['relative', variable('workspaceFolder')],
  severity,
  pattern: {
    regexp: `^(.+?):(\\d+):(\\d+) ${word} ([a-z-]+) (.*)$`,
    file: 1,
    line: 2,
    column: 3,
    code: 4,
    message: 5,
  },
});

const npm = (label: string, args: readonly string[], more: object = {}): object => ({
  label,
  type: 'shell',
  command: 'npm',
  args,
  problemMatcher: [],
  presentation: { reveal: 'always', clear: true },
  ...more,
});

export const vscodeTasks = {
  version: '2.0.0',
  tasks: [
    npm('检查稿件', ['run', '--silent', 'check'], {
      group: { kind: 'test', isDefault: true },
      problemMatcher: [matcher('错误', 'error'), matcher('警告', 'warning')],
    }),
    npm('预览', ['start'], { group: { kind: 'build', isDefault: true } }),
    npm('新建稿件', ['run', '--silent', 'new', '--', variable('input:title')]),
  ],
  inputs: [{ id: 'title', type: 'promptString', description: '标题' }],
};

export const editorconfig = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2
trim_trailing_whitespace = true

[*.md]
trim_trailing_whitespace = false

# Wrong on purpose.
[tests/bad-content/**]
charset = unset
end_of_line = unset
insert_final_newline = unset
trim_trailing_whitespace = unset
`;

export const gitattributes = `* text=auto eol=lf
*.md text diff=markdown
*.png binary
*.jpg binary
*.jpeg binary
*.webp binary
*.avif binary
*.gif binary
*.mp4 binary
*.webm binary
*.pdf binary

# Made by npm run editor-files.
.vscode/** linguist-generated
package-lock.json -diff linguist-generated

# Wrong on purpose: line ends and encodings stay as they are.
tests/bad-content/** -text
`;
