import { isObject, type Expression } from './model';

/** What an expression over the form speaks of. */
export interface References {
  /** The ids of all fields. */
  fields: string[];
  /** The paths whose values it uses; of those under `answered` it only asks whether they are there. */
  computedWith: string[];
}

/** What an expression over the form speaks of; references to an item are not counted. */
export function referencesOf(expression: Expression): References {
  const found: References = { fields: [], computedWith: [] };
  collect(expression, true, found);
  return found;
}

function collect(expression: Expression, computes: boolean, found: References): void {
  if (Array.isArray(expression)) expression.forEach((each) => collect(each, computes, found));
  if (!isObject(expression)) return;
  const operator = Object.keys(expression)[0] as string;
  const operands = expression[operator];
  if (operator === 'var') {
    found.fields.push((operands as string).split('.')[0] as string);
    if (computes) found.computedWith.push(operands as string);
  } else if (operator === 'sum' || operator === 'count') {
    found.fields.push(([] as string[]).concat(operands as string | string[])[0] as string);
  } else if (operator !== 'item') collect(operands, computes && operator !== 'answered', found);
}
