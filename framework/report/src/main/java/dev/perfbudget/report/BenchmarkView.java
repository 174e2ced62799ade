package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything about one benchmark.
 *
 * @param outcome one word for its heading
 * @param sentences what was decided, in words
 * @param limits its lines of the table of verdicts
 * @param forks those that finished
 * @param secondary its auxiliary counters and group scores
 */
public record BenchmarkView(
        BenchmarkName name,
        String outcome,
        String tone,
        List<Fact> facts,
        List<String> sentences,
        List<VerdictRow> limits,
        List<ForkRow> forks,
        List<SecondaryRow> secondary) {

    static BenchmarkView of(BenchmarkRun run, BenchmarkVerdict verdict, BenchmarkName name) {
        return new BenchmarkView(
                name,
                outcome(verdict),
                Tone.of(verdict.outcome()).label(),
                facts(run, verdict),
                sentences(verdict),
                verdict.limits().isEmpty()
                        ? List.of()
                        : VerdictRow.of(verdict, name).toList(),
                ForkRow.of(run),
                SecondaryRow.of(run.forks()));
    }

    /** The first one repeats the heading, unless it is the only one. */
    private static List<String> sentences(BenchmarkVerdict verdict) {
        var all = Sentences.about(verdict).lines().map(String::strip).toList();
        return all.size() > 1 ? all.subList(1, all.size()) : all;
    }

    static String outcome(BenchmarkVerdict verdict) {
        return switch (verdict.outcome()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case INCONCLUSIVE -> "inconclusive";
            case INVALID -> "invalid";
        };
    }

    private static List<Fact> facts(BenchmarkRun run, BenchmarkVerdict verdict) {
        var score = verdict.score().map(known -> Fact.of("Score", known.point().print()));
        return Stream.concat(
                        score.stream(),
                        Stream.of(
                                Fact.of("Mode", run.id().mode().label()),
                                Fact.of("Threads", Integer.toString(run.threads())),
                                Fact.of("Forks", run.forks().size() + " of " + run.plannedForks()),
                                Fact.of("Workload", run.workload())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }
}
