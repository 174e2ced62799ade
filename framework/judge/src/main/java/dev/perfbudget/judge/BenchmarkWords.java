package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Slowdown;
import dev.perfbudget.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sentences about one benchmark. */
final class BenchmarkWords {

    private static final String INDENT = "  ";

    private final BenchmarkVerdict benchmark;

    BenchmarkWords(BenchmarkVerdict benchmark) {
        this.benchmark = benchmark;
    }

    String sentences() {
        var lines = new ArrayList<String>();
        lines.add(benchmark.id() + ": " + decision());
        benchmark.limits().forEach(limit -> lines.add(INDENT + new LimitWords(limit).sentence()));
        benchmark.compared().forEach(sample -> lines.add(INDENT + new ComparisonWords(sample).inShort()));
        benchmark.failures().forEach(failure -> lines.add(INDENT + failure(failure)));
        threshold().or(this::lack).ifPresent(words -> lines.add(INDENT + words));
        nextStep().ifPresent(words -> lines.add(INDENT + words));
        return String.join("\n", lines);
    }

    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("benchmark", benchmark.id().toString());
        facts.put("decision", decision());
        benchmark.score().ifPresent(score -> facts.put("score", ScoreWords.of(score)));
        facts.put("forks", finishedForks() + " of " + benchmark.plannedForks());
        benchmark
                .limits()
                .forEach(limit -> facts.merge(
                        "limit of " + limit.limit().metric().label(),
                        new LimitWords(limit).sentence(),
                        (one, other) -> one + "; " + other));
        if (benchmark.compared().isEmpty()) {
            facts.put("comparison", comparison());
        }
        benchmark
                .samples()
                .forEach(sample -> facts.put(
                        "comparison of " + sample.id().metric(), new ComparisonWords(sample).decisionAndReason()));
        benchmark.failures().forEach(failure -> facts.put("fork " + (failure.index() + 1), failure.message()));
        nextStep().ifPresent(words -> facts.put("next step", words));
        return facts;
    }

    /** {@code failed: 1 limit held, 1 broken; 4 of 5 forks finished}. */
    private String decision() {
        var parts = new ArrayList<String>();
        parts.add(limits());
        comparisons().ifPresent(parts::add);
        if (finishedForks() < benchmark.plannedForks()) {
            parts.add(finishedForks() + " of " + Words.count(benchmark.plannedForks(), "fork") + " finished");
        }
        return benchmark.outcome().name().toLowerCase(Locale.ROOT) + ": " + String.join("; ", parts);
    }

    private String limits() {
        if (benchmark.limits().isEmpty()) {
            return benchmark.score().map(score -> "measured, no limits to hold").orElse("not measured");
        }
        var counts = new LinkedHashMap<String, Long>();
        counts.put("held", limitsIn(State.HELD));
        counts.put("broken", limitsIn(State.BROKEN));
        counts.put("undecided", limitsIn(State.UNDECIDED));
        counts.put("not measured", limitsIn(State.UNMEASURED));
        return "limits " + Words.counts(counts);
    }

    /** {@code compared 1 regressed, 1 unchanged}. */
    private Optional<String> comparisons() {
        var counts = new LinkedHashMap<String, Long>();
        benchmark.compared().forEach(sample -> counts.merge(new ComparisonWords(sample).decision(), 1L, Long::sum));
        return counts.isEmpty() ? Optional.empty() : Optional.of("compared " + Words.counts(counts));
    }

    private long limitsIn(State state) {
        return benchmark.limits().stream()
                .filter(limit -> limit.state() == state)
                .count();
    }

    private int finishedForks() {
        return benchmark.score().map(Score::forks).orElse(0);
    }

    private static String failure(ForkFailure failure) {
        return "fork " + (failure.index() + 1) + ": " + failure.message();
    }

    private String comparison() {
        return benchmark.comparison() instanceof Verdict.Invalid invalid
                ? "invalid: " + InvalidWords.of(invalid.reason())
                : threshold()
                        .orElseGet(() ->
                                benchmark.comparison() instanceof Verdict.NoBaseline none ? noBaseline(none) : "none");
    }

    private Optional<String> threshold() {
        return benchmark.comparison() instanceof Verdict.NoBaseline none
                ? none.threshold()
                        .filter(slowdown -> none.isDemanded() || !slowdown.equals(Slowdown.BUILT_IN))
                        .map(slowdown -> noBaseline(none) + ": the threshold slowdown " + slowdown.text() + " ("
                                + slowdown.source() + ") was not judged" + demand(none))
                : Optional.empty();
    }

    private static String demand(Verdict.NoBaseline none) {
        if (!none.isDemanded()) {
            return "";
        }
        return ", which fails by perfbudget.noBaseline=fail."
                + (none.lack().isPresent() ? "" : " Accept a run on a machine of this class: mvn perfbudget:accept");
    }

    private Optional<String> lack() {
        return benchmark.comparison() instanceof Verdict.NoBaseline none
                ? none.lack().map(lack -> noBaseline(none))
                : Optional.empty();
    }

    private static String noBaseline(Verdict.NoBaseline none) {
        return none.lack()
                .map(lack -> "no baseline (" + lack + ")")
                .orElse(none.differences().isEmpty() ? "no baseline" : "no baseline for this machine class");
    }

    private Optional<String> nextStep() {
        if (!benchmark.has(State.UNDECIDED)) {
            return Optional.empty();
        }
        if (benchmark.id().mode() == BenchmarkMode.IN_PLACE) {
            return Optional.of(
                    "Measured in place, in this JVM only: that may break a limit, but not show that it holds in"
                            + " every JVM. For that, measure a JMH benchmark in forks.");
        }
        if (benchmark.isBesideBaseline()) {
            return Optional.of(
                    "To decide, measure more than was planned (-Dperfbudget.policy=extend, within the time of"
                            + " perfbudget.time) or set the limit further from what is measured.");
        }
        return Optional.of("To decide, measure more forks (-Dperfbudget.forks="
                + Math.max(2, 2 * benchmark.plannedForks()) + ") or set the limit further from what is measured.");
    }
}
