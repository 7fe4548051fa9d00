import type { ControlProps } from '@sveltia/cms';
import { pinyinSlug } from '../content/pinyin-slug.ts';

/** The name of a new file: pinyin of its title until somebody writes another. A file that is there keeps its own. */
export function pinyinControl(): unknown {
  return window.createClass<ControlProps>({
    componentDidMount() {
      follow(this.props, '');
    },
    componentDidUpdate(before) {
      const old = slugOf(titleOf(before));
      if (titleOf(before) !== titleOf(this.props)) follow(this.props, old);
    },
    render() {
      const { value, forID, classNameWrapper, entry, onChange } = this.props;
      const isNew = entry?.get('newRecord') === true;
      return window.h('input', {
        id: forID,
        type: 'text',
        className: classNameWrapper,
        style,
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
          style,
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

/** As Sveltia's own inputs. */
const style = {
  width: '100%',
  padding: '0 8px',
  height: 'var(--sui-textbox-height)',
  color: 'var(--sui-textbox-foreground-color)',
  background: 'var(--sui-textbox-background-color)',
  border: '1px solid var(--sui-textbox-border-color)',
  borderRadius: 'var(--sui-textbox-border-radius)',
  font: 'inherit',
};

function follow(props: ControlProps, old: string): void {
  const written = text(props.value);
  const slug = slugOf(titleOf(props));
  if (props.entry?.get('newRecord') === true && (written === '' || written === old) && slug !== written)
    props.onChange(slug);
}

const titleOf = ({ entry, field }: ControlProps): string =>
  text(entry?.getIn(['data', text(field.get('title'))])).trim();

const slugOf = (title: string): string => (title === '' ? '' : pinyinSlug(title));

/** What a file's name may hold. */
const slugged = (written: string): string => written.toLowerCase().replace(/[^a-z0-9-]+/g, '-');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;
