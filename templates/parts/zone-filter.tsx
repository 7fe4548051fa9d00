interface Choice {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}
interface ZoneFilterProps {
  /** `region` or `level`: name of the radio buttons and beginning of their ids, on which the page's style sheet rests. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly total: number;
}

/** Radio buttons that narrow the directory without a script. */
export const ZoneFilter = ({ name, title, choices, total }: ZoneFilterProps) => (
  <fieldset class="zone-filter">
    <legend>{title}</legend>
    <div class="zone-choices">
      <Radio name={name} choice={{ key: 'all', name: '全部', count: total }} checked />
      {choices.map((choice) => (
        <Radio key={choice.key} name={name} choice={choice} />
      ))}
    </div>
  </fieldset>
);

const Radio = ({ name, choice, checked = false }: { name: string; choice: Choice; checked?: boolean }) => (
  <label>
    <input type="radio" name={name} id={`${name}-${choice.key}`} value={choice.key} checked={checked} />
    <span>
      {choice.name}
      <small>{choice.count}</small>
    </span>
  </label>
);
