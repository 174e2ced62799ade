package dev.perfbudget.judge.acceptance;

import dev.perfbudget.judge.acceptance.RecordedForks.Change;
import dev.perfbudget.judge.acceptance.RecordedForks.Split;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How often recorded benchmarks were called what: those whose candidate was changed, and the others. */
final class RecordedRates {

    private static final long SEED = 20261121;

    private final int[] changed;
    private final int[] regressed;
    private int unchanged;
    private int others;
    private int othersRegressed;

    private RecordedRates(int benchmarks) {
        this.changed = new int[benchmarks];
        this.regressed = new int[benchmarks];
    }

    /** Judges splits of all benchmarks, each split as one suite. */
    static RecordedRates ofSuites(RecordedForks forks, Change change, double share, List<Integer> splits) {
        return of(forks, change, share, splits, RecordedRates::judgedAsSuite);
    }

    /** Judges splits of all benchmarks, each benchmark by itself. */
    static RecordedRates ofEach(RecordedForks forks, Change change, List<Integer> splits) {
        return of(forks, change, 1, splits, RecordedRates::judgedOneByOne);
    }

    private static RecordedRates of(
            RecordedForks forks,
            Change change,
            double share,
            List<Integer> splits,
            Function<List<Split>, List<Verdict>> judged) {
        var random = new Random(SEED);
        var rates = new RecordedRates(forks.count());
        for (var baseline : splits) {
            var split = forks.split(baseline, change, share, random);
            rates.add(split, judged.apply(split));
        }
        return rates;
    }

    private static List<Verdict> judgedAsSuite(List<Split> splits) {
        var suite = Suite.withoutSessions();
        splits.forEach(sides -> suite.with(sides.before(), sides.after()));
        return suite.verdicts();
    }

    private static List<Verdict> judgedOneByOne(List<Split> splits) {
        return splits.stream()
                .map(sides -> Suite.withoutSessions()
                        .with(sides.before(), sides.after())
                        .verdict())
                .toList();
    }

    private void add(List<Split> splits, List<Verdict> verdicts) {
        for (var benchmark = 0; benchmark < splits.size(); benchmark++) {
            var kind = verdicts.get(benchmark).kind();
            var slower = kind == Kind.REGRESSED ? 1 : 0;
            if (splits.get(benchmark).isChanged()) {
                changed[benchmark]++;
                regressed[benchmark] += slower;
                unchanged += kind == Kind.UNCHANGED ? 1 : 0;
            } else {
                others++;
                othersRegressed += slower;
            }
        }
    }

    /** Of those that were changed. */
    double percentRegressed() {
        return 100.0 * IntStream.of(regressed).sum() / IntStream.of(changed).sum();
    }

    /** What other benchmarks of the same kind would make of it: one standard error. */
    double percentByChanceOfBenchmarks() {
        var shares = IntStream.range(0, changed.length)
                .filter(benchmark -> changed[benchmark] > 0)
                .mapToDouble(benchmark -> 100.0 * regressed[benchmark] / changed[benchmark])
                .toArray();
        var mean = Arrays.stream(shares).average().orElseThrow();
        var squares = Arrays.stream(shares)
                .map(share -> (share - mean) * (share - mean))
                .sum();
        return Math.sqrt(squares / (shares.length - 1) / shares.length);
    }

    /** Of those that were changed. */
    double percentUnchanged() {
        return 100.0 * unchanged / IntStream.of(changed).sum();
    }

    /** Of those that were not changed. */
    double percentOthersRegressed() {
        return 100.0 * othersRegressed / others;
    }
}
