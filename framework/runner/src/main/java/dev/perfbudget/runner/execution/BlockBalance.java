package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.PairedLook;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what blocks have decided, what would decide the rest, and what this machine cannot tell. */
final class BlockBalance {

    private static final List<Integer> LOOKS = ComparisonRules.PAIRED.looks();
    private static final int MOST_BLOCKS = LOOKS.get(LOOKS.size() - 1);

    private final Collection<PairedBenchmark> compared;

    BlockBalance(Collection<PairedBenchmark> benchmarks) {
        this.compared = benchmarks.stream()
                .filter(benchmark -> !benchmark.isAlone() && benchmark.latest().isPresent())
                .toList();
    }

    /**
     * {@code 41 of 58 benchmarks are decided by blocks; probably decided by more blocks: JsonBench.parse (about 12 more);
     * cannot be judged on this machine: JsonBench.print (finds +18 % and beyond)}; empty if all are decided.
     */
    Optional<String> line() {
        var open = compared.stream()
                .filter(benchmark -> latest(benchmark).isOpen())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var decidable = names(open, benchmark -> moreBlocks(benchmark).isPresent(), BlockBalance::needed);
        var hopeless = names(open, benchmark -> moreBlocks(benchmark).isEmpty(), BlockBalance::found);
        return Optional.of(
                compared.size() - open.size() + " of " + compared.size() + " benchmarks are decided by blocks"
                        + (decidable.isEmpty() ? "" : "; probably decided by more blocks: " + decidable)
                        + (hopeless.isEmpty() ? "" : "; cannot be judged on this machine: " + hopeless));
    }

    private static String names(
            List<PairedBenchmark> open, Predicate<PairedBenchmark> wanted, Function<PairedBenchmark, String> remark) {
        return open.stream()
                .filter(wanted)
                .map(benchmark -> benchmark.measured().id().shortName() + remark.apply(benchmark))
                .collect(Collectors.joining(", "));
    }

    private static String needed(PairedBenchmark benchmark) {
        return " (about " + moreBlocks(benchmark).orElseThrow() + " more)";
    }

    private static String found(PairedBenchmark benchmark) {
        var share = latest(benchmark).comparison().map(Comparison::detectable).orElse(OptionalDouble.empty());
        return share.isPresent()
                ? String.format(Locale.ROOT, " (finds %+.0f %% and beyond)", 100 * share.getAsDouble())
                : "";
    }

    private static OptionalInt moreBlocks(PairedBenchmark benchmark) {
        var most = MOST_BLOCKS - latest(benchmark).blocks();
        var more = latest(benchmark).comparison().map(Comparison::moreForks).orElse(OptionalInt.empty());
        return more.isPresent() && more.getAsInt() <= most ? more : OptionalInt.empty();
    }

    private static PairedLook latest(PairedBenchmark benchmark) {
        return benchmark.latest().orElseThrow();
    }
}
