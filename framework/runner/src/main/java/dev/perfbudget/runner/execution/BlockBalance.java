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

    private final Collection<PairedBenchmark> planned;

    /** @param planned all of the run, also those that no block was measured of */
    BlockBalance(Collection<PairedBenchmark> planned) {
        this.planned = List.copyOf(planned);
    }

    /**
     * {@code 41 of 58 benchmarks are decided by blocks; not confirmed: JsonBench.copy; not looked at: JsonBench.sort; probably
     * decided by more blocks: JsonBench.parse (about 12 more); cannot be judged on this machine: JsonBench.print (finds +18 %
     * and beyond)}; empty if nothing is open. What has no baseline, or failed, is counted and named elsewhere.
     */
    Optional<String> line() {
        var unseen = planned.stream().filter(BlockBalance::isUnseen).toList();
        var seen = planned.stream()
                .filter(benchmark -> benchmark.latest().isPresent())
                .toList();
        var open = seen.stream().filter(benchmark -> latest(benchmark).isOpen()).toList();
        if (unseen.isEmpty() && open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(seen.size() - open.size() + " of " + planned.size() + " benchmarks are decided by blocks"
                + part("not confirmed", names(unseen, PairedBenchmark::isConfirming, benchmark -> ""))
                + part("not looked at", names(unseen, benchmark -> !benchmark.isConfirming(), benchmark -> ""))
                + part(
                        "probably decided by more blocks",
                        names(open, benchmark -> moreBlocks(benchmark).isPresent(), BlockBalance::needed))
                + part(
                        "cannot be judged on this machine",
                        names(open, benchmark -> moreBlocks(benchmark).isEmpty(), BlockBalance::found)));
    }

    /** Whether nothing is known of its present stage, without anything that says why. */
    private static boolean isUnseen(PairedBenchmark benchmark) {
        return benchmark.latest().isEmpty()
                && !benchmark.isAlone()
                && benchmark.measured().failures().isEmpty();
    }

    private static String part(String what, String names) {
        return names.isEmpty() ? "" : "; " + what + ": " + names;
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
