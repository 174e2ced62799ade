package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.SampleVerdict;
import java.util.Optional;

/** What would decide what is inconclusive, in words. */
final class NextStepWords {

    private final SampleVerdict sample;
    private final Comparison found;

    NextStepWords(SampleVerdict sample, Comparison found) {
        this.sample = sample;
        this.found = found;
    }

    /** What such forks would find; empty if that is not known. */
    Optional<String> detectable() {
        return found.detectable().stream()
                .mapToObj(share -> "such forks find "
                        + ChangeWords.of(sample.unit().dimension(), found.slowdown())
                                .ofRatio(1 + share) + " and beyond in 80 % of cases")
                .findFirst();
    }

    /** What would decide it, or that nothing would. */
    String nextStep() {
        if (found.exact().isPresent()
                || found.effect().flatMap(EffectSize::interval).isEmpty()) {
            return tooFew();
        }
        if (found.moreForks().isPresent()) {
            return "needs about " + more(found.moreForks().getAsInt());
        }
        if (found.sessionSpread().sd() <= 0) {
            return "no sensible number of forks would tell it from the threshold";
        }
        return "more forks would not tell it from what sessions differ by"
                + (found.design() == Design.STORED ? ", more accepted sessions of the baseline's code may" : "");
    }

    private String more(int number) {
        return switch (found.design()) {
            case PAIRED -> Words.count(number, "more block");
            case UNPAIRED -> Words.count(number, "more fork") + " a side";
            case STORED -> Words.count(number, "more fork") + " of the candidate";
        };
    }

    private String tooFew() {
        if (sample.mode().equals(Optional.of(BenchmarkMode.IN_PLACE))) {
            return "one JVM says nothing of chance: accept runs of at least two";
        }
        if (found.exact().isPresent()
                && found.forks().baseline() > 1
                && found.forks().candidate() > 1) {
            return "the forks of a side do not agree, and of zero no ratio can be taken";
        }
        if (found.forks().baseline() < 2 || found.forks().candidate() < 2) {
            return switch (found.design()) {
                case PAIRED -> "one block says nothing of chance: measure at least 2";
                case UNPAIRED -> "one fork says nothing of chance: measure at least 2 a side";
                case STORED ->
                    "one fork says nothing of chance: "
                            + (found.forks().candidate() < 2 ? "measure at least 2" : "accept a session of at least 2");
            };
        }
        return found.design() == Design.PAIRED
                ? "every block has the same ratio, which says nothing of chance: measure more blocks"
                : "every fork of a side has the same value, which says nothing of chance: measure more forks";
    }
}
