import type { Form } from '../forms/index.ts';
import type { components } from '../staff-bodies.generated.ts';

// Names for the bodies of the staff API; their shapes are generated from the records of the server.

type Bodies = components['schemas'];

/** What the editor edits of a procedure: its page and its form; what is not filled in yet is absent. */
export interface Doc {
  name?: string;
  kana?: string;
  /** What residents call it besides its name. */
  words: string[];
  summary?: string;
  category?: string;
  events: string[];
  audience?: string;
  needs: string[];
  feeText?: string;
  standardDays: number;
  level: 'GUEST' | 'ACCOUNT' | 'VERIFIED' | 'SIGNATURE' | 'CONFIRMED_SIGNATURE';
  online: boolean;
  how?: string;
  law?: string;
  /** What residents read of the page in other languages, as a form has it. */
  texts?: NonNullable<Form['texts']>;
  form?: Form;
  /** When the fee is paid; absent where nothing is paid through the city hall. */
  payWhen?: 'WITH_APPLICATION' | 'AFTER_REVIEW' | 'AT_COUNTER';
  /** 歳入科目. */
  revenue?: string;
  /** Business days within which it is to be paid. */
  payDays?: number;
  /** 減額・免除の理由. */
  reductions?: string[];
  /** Whether a second person decides on a reduction. */
  reductionTakesTwo?: boolean;
  /** How its documents are begun. */
  letters?: LetterDraft[];
  /** Who hands them over. */
  issuer?: 'ANYBODY' | 'ANOTHER';
}

/** How a letter is begun; what is not filled in yet is absent. */
export type LetterDraft = Bodies['LetterDraft'];

/** Something to look at before publishing; `pointer` is a JSON pointer into the design. */
/** What is sent to begin a procedure. */
export type NewDesign = Omit<Bodies['CreateDesignAsked'], 'package'> & { package?: object };

/** What is sent to publish one. */
export type PublicationBody = Bodies['PublishDesignSent'];

export type Finding = Bodies['DesignFinding'];

/** What came of an example. */
export type Tried = Bodies['DesignAnswerTried'];

export type Design = Omit<Bodies['DesignAnswer'], 'form' | 'texts'> & { form?: Form; texts: NonNullable<Form['texts']> };

export type Publishing = Bodies['DesignAnswerPublishing'];

export type Publication = Bodies['Publication'];

/** All procedures of the clerk's divisions. */
export type DesignList = Bodies['ListDesignsLines'];

export type DesignRow = Bodies['ListDesignsLine'];

export type Version = Bodies['ListVersionsLine'];

/** One difference of two forms; `before` of a move is the id it stood behind. */
export type Change = Bodies['Change'];

export type Compared = Omit<Bodies['CompareVersionsCompared'], 'before' | 'after'> & {
  /** The forms; without pages where there was none. */
  before: Partial<Form>;
  after: Partial<Form>;
};

/** What residents looked for and found nothing, by month. */
export type UnfoundWords = Bodies['ListUnfoundWordsMonths'];

/** What somebody does about the rule of publications. */
export type RuleStep = Bodies['RulePublicationsStep'];

export type OwnRule = Bodies['OwnRule'];

export type OwnDivision = Bodies['ListDesignsOwnDivision'];
