package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;

/**
 * A metric beside its baseline, with all numbers behind the verdict.
 *
 * @param facts names and texts, in order
 */
public record ComparedView(String metric, StateText state, List<Fact> facts) {

    static ComparedView of(SampleVerdict sample) {
        return new ComparedView(
                sample.id().metric(),
                StateText.of(sample),
                Sentences.facts(sample).entrySet().stream()
                        .filter(fact -> !fact.getKey().equals("benchmark"))
                        .map(fact -> Fact.of(fact.getKey(), fact.getValue()))
                        .toList());
    }
}
