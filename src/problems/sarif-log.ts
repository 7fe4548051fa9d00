import type { Log, ReportingDescriptor } from 'sarif';
import { catalogue } from './catalogue.ts';
import type { Entry } from './entry.ts';
import type { Problem } from './problem.ts';
import { type ProblemLanguage, showProblem } from './show-problem.ts';

export interface SarifOptions {
  readonly lang: ProblemLanguage;
  /** Put before each file. */
  readonly prefix: string;
}

/** SARIF 2.1.0, which code scanning and editors read: a rule a code, a result a problem. */
export function sarifLog(problems: readonly Problem[], { lang, prefix }: SarifOptions): Log {
  const codes = [...new Set(problems.map((p) => p.code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'investchn-news-archive', rules: codes.map((code) => rule(code, lang)) } },
        columnKind: 'unicodeCodePoints',
        results: problems.map((p) => {
          const { message, fix } = showProblem(p, lang);
          const uri = `${prefix}${p.file}`.split('/').map(encodeURIComponent).join('/');
          return {
            ruleId: p.code,
            ruleIndex: codes.indexOf(p.code),
            level: p.level,
            message: { text: `${message} → ${fix}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri },
                  region: { startLine: p.line, startColumn: p.column },
                },
              },
            ],
          };
        }),
      },
    ],
  };
}

function rule(code: Problem['code'], lang: ProblemLanguage): ReportingDescriptor {
  const entry: Entry = catalogue[code];
  const { what } = lang === 'en' ? entry.en : entry.zh;
  return {
    id: code,
    shortDescription: { text: what.replace(/\[\[.*?\]\]/g, '') },
    defaultConfiguration: { level: entry.level },
  };
}
