import type { Bag, ControlProps } from '@sveltia/cms';
import { pinyinSlug } from '../content/pinyin-slug.ts';

/** The name of a new file: pinyin of its title until somebody writes another. A file that is there keeps its own. */
export function pinyinControl(): unknown {
  return window.createClass<ControlProps>({
    componentDidMount() {
      follow(this.props, '');
    },
    componentDidUpdate(before) {
      follow(this.props, slugOf(titleOf(before)));
    },
    render() {
      const { value, forID, classNameWrapper, entry, onChange } = this.props;
      const isNew = isNewFile(entry);
      return window.h('input', {
        id: forID,
        type: 'text',
        className: classNameWrapper,
        readOnly: !isNew,
        maxLength: 80,
        value: isNew ? text(value) : text(entry?.get('slug')),
        onChange: (event: { readonly target: HTMLInputElement }) => onChange(slugged(event.target.value)),
      });
    },
  });
}

/** A text with proposals: any other may be written too. */
export function proposedControl(): unknown {
  return window.createClass<ControlProps>({
    render() {
      const { value, field, forID, classNameWrapper, onChange } = this.props;
      const options = field.get('options');
      const names = isIterable(options) ? [...options] : [];
      const listId = `${forID}-list`;
      return window.h(
        'div',
        {},
        window.h('input', {
          id: forID,
          type: 'text',
          className: classNameWrapper,
          list: listId,
          value: text(value),
          onChange: (event: { readonly target: HTMLInputElement }) => onChange(event.target.value),
        }),
        window.h(
          'datalist',
          { id: listId },
          ...names.map((name) => window.h('option', { key: String(name), value: String(name) })),
        ),
      );
    },
  });
}

function follow(props: ControlProps, old: string): void {
  const written = text(props.value);
  const slug = slugOf(titleOf(props));
  if (isNewFile(props.entry) && (written === '' || written === old) && slug !== written) props.onChange(slug);
}

/** A file that has a name is there. */
const isNewFile = (entry: Bag | undefined): boolean => entry !== undefined && text(entry.get('slug')) === '';

const titleOf = ({ entry, field }: ControlProps): string =>
  text(entry?.getIn(['data', text(field.get('title'))])).trim();

const slugOf = (title: string): string => (title === '' ? '' : pinyinSlug(title));

/** What a file's name may hold. */
const slugged = (written: string): string => written.toLowerCase().replace(/[^a-z0-9-]+/g, '-');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;
