import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** What html-validate finds wrong, with its place: line and column from 1. */
export interface HtmlFault {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The HTML standard, documents and accessibility; matters of taste are left out. */
const judge = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Our own files need no integrity.
      'require-sri': 'off',
      // The contract asks for form[role="search"], which old browsers understand.
      'prefer-native-element': 'off',
      // role="list" gives Safari its lists back.
      'no-redundant-role': 'off',
      'no-implicit-button-type': 'off',
      // Ids and the levels of headings are looked at in every page itself, not in its skeleton.
      'no-dup-id': 'off',
      'heading-level': 'off',
    },
  }),
);

export function judgeHtml(html: string): HtmlFault[] {
  return judge
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages)
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId, message, line, column }) => ({ rule: ruleId, message, line, column }));
}
