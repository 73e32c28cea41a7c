import type { MessageReceipt } from '../../src/contract/message.ts';
import { needsOfForm, nextForm, startForm } from '../../src/runtime/journey/model.ts';
import type { Effect, FormAction, FormState } from '../../src/runtime/journey/model.ts';
import { __camel__Questions } from './questions.ts';
import type { __Name__Answers } from './questions.ts';

export type __Name__State = FormState<__Name__Answers, MessageReceipt>;
export type __Name__Action = FormAction<__Name__Answers, MessageReceipt>;

export const start = (): __Name__State => startForm(__camel__Questions, {});

/** @throws on an action that this state does not allow: a bug in the caller. */
export const next = (state: __Name__State, action: __Name__Action): __Name__State =>
  nextForm(__camel__Questions, state, action);

export const needs = (state: __Name__State): Effect[] => needsOfForm(state, []);
