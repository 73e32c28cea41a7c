import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problems } from './tree.ts';
import type { Problem, ProblemId } from './tree.ts';
import { problemIn } from './settings.ts';
import type { TriageSettings } from './settings.ts';
import { safetyOf, urgencyOf } from './urgency.ts';

const problem = (id: ProblemId): Problem =>
  problems.find((each) => each.id === id) ?? assert.fail(id);

describe('how urgent it is', () => {
  it('is that of the problem when no answer raises it', () => {
    assert.deepEqual(urgencyOf(problem('kraan_drupt'), {}), {
      urgency: 'standard',
      because: ['kraan_drupt'],
    });
    assert.deepEqual(urgencyOf(problem('geen_verwarming'), { koud: 'no', kwetsbaar: 'unknown' }), {
      urgency: 'soon',
      because: ['geen_verwarming'],
    });
  });

  it('is standard, for no reason, when nothing is known', () => {
    assert.deepEqual(urgencyOf(undefined, {}), { urgency: 'standard', because: [] });
  });

  it('rises to what the answer says', () => {
    assert.deepEqual(urgencyOf(problem('geen_verwarming'), { koud: 'yes' }), {
      urgency: 'urgent',
      because: ['koud'],
    });
    assert.deepEqual(urgencyOf(problem('lekkage_plafond'), { water_bij_stroom: 'yes' }), {
      urgency: 'danger',
      because: ['water_bij_stroom'],
    });
  });

  it('names every answer that made it so, in whichever order they were given', () => {
    const both = { scherp_glas: 'yes', woning_open: 'yes' };
    assert.deepEqual(urgencyOf(problem('glas_kapot'), both).because, [
      'woning_open',
      'scherp_glas',
    ]);
  });

  it('takes the most urgent of two answers', () => {
    const both = { water_stroomt: 'yes', water_bij_stroom: 'yes' };
    assert.deepEqual(urgencyOf(problem('radiator_lekt'), both), {
      urgency: 'danger',
      because: ['water_bij_stroom'],
    });
  });

  it('is one higher for somebody who cannot wait', () => {
    assert.deepEqual(urgencyOf(problem('radiator_koud'), { kwetsbaar: 'yes' }), {
      urgency: 'soon',
      because: ['radiator_koud', 'kwetsbaar'],
    });
    assert.equal(urgencyOf(problem('geen_warmwater'), { kwetsbaar: 'yes' }).urgency, 'urgent');
    assert.equal(urgencyOf(undefined, { kwetsbaar: 'yes' }).urgency, 'soon');
  });

  it('never becomes a danger because somebody cannot wait', () => {
    const both = { koud: 'yes', kwetsbaar: 'yes' };
    assert.deepEqual(urgencyOf(problem('geen_verwarming'), both), {
      urgency: 'urgent',
      because: ['koud'],
    });
  });

  it('never falls', () => {
    for (const each of problems)
      assert.equal(
        urgencyOf(each, Object.fromEntries(each.ask.map((id) => [id, 'no']))).urgency,
        each.urgency,
      );
  });

  it('leaves out answers that belong to another problem, and words typed as an answer', () => {
    assert.equal(
      urgencyOf(problem('kraan_drupt'), { water_bij_stroom: 'yes' }).urgency,
      'standard',
    );
    assert.equal(urgencyOf(problem('geen_warmwater'), { foutcode: 'yes' }).urgency, 'soon');
    assert.equal(
      urgencyOf(problem('geen_verwarming'), { koud: 'ja', nonsense: 'yes' }).urgency,
      'soon',
    );
  });
});

describe('what to do until help comes', () => {
  it('is that of the problem', () => {
    assert.equal(safetyOf(problem('lekkage_plafond'), {}), 'plafond');
    assert.equal(safetyOf(problem('kraan_drupt'), {}), undefined);
  });

  it('is that of the answer which made it urgent', () => {
    assert.equal(safetyOf(problem('lekkage_plafond'), { water_bij_stroom: 'yes' }), 'water_stroom');
    assert.equal(safetyOf(problem('rioollucht'), { kan_gas_zijn: 'yes' }), 'gas');
    assert.equal(safetyOf(problem('wc_verstopt'), { loopt_over: 'yes' }), 'overloop');
    assert.equal(safetyOf(problem('geen_warmwater'), { kwetsbaar: 'yes' }), 'kan_niet_wachten');
  });

  it('stays that of an urgent problem when an answer makes it no worse', () => {
    assert.equal(safetyOf(problem('geen_water'), { vorst: 'yes' }), 'geen_water');
  });

  it('below urgent is only the warning of the problem itself', () => {
    assert.equal(safetyOf(problem('bruin_water'), {}), 'vies_water');
    assert.equal(safetyOf(problem('radiator_koud'), { kwetsbaar: 'yes' }), undefined);
  });
});

describe('what an association says otherwise', () => {
  it('changes how urgent a problem is, and whether she may help herself', () => {
    const settings: TriageSettings = {
      kraan_drupt: { urgency: 'urgent' },
      lekkage_plafond: { urgency: 'planned' },
      lamp_vast: { selfHelp: false },
    };
    assert.equal(urgencyOf(problemIn(settings, 'kraan_drupt'), {}).urgency, 'urgent');
    assert.equal(safetyOf(problemIn(settings, 'kraan_drupt'), {}), 'kan_niet_wachten');
    assert.equal(problemIn(settings, 'lekkage_plafond')?.urgency, 'planned');
    assert.equal(problemIn(settings, 'lamp_vast')?.selfHelp, false);
    assert.equal(problemIn(settings, 'kraan_los')?.urgency, 'standard');
    assert.equal(problemIn(settings, 'nonsense'), undefined);
  });

  it('never makes less of a danger: neither of the problem, nor of what an answer tells', () => {
    for (const { id, urgency } of problems) {
      const lowered = problemIn({ [id]: { urgency: 'planned' } }, id);
      if (urgency === 'danger') assert.equal(lowered?.urgency, 'danger', id);
    }
    const leak = problemIn({ lekkage_plafond: { urgency: 'planned' } }, 'lekkage_plafond');
    assert.equal(urgencyOf(leak, { water_bij_stroom: 'yes' }).urgency, 'danger');
  });
});
