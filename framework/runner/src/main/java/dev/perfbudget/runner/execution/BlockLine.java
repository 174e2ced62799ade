package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.PairedLook;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import dev.perfbudget.protocol.FromRunner;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people see of a benchmark after each block: how the interval of the ratio narrows around the threshold. */
final class BlockLine {

    /** An interval of two or three blocks may be beyond all reason, and says no more than that it is too early. */
    private static final double LARGEST_RATIO = 10;

    private static final Duration LONGEST_IN_SECONDS = Duration.ofSeconds(90);

    private final DisplayNames names;

    BlockLine(DisplayNames names) {
        this.names = names;
    }

    /** {@code JsonBench.parse  block  3 of  5  +1.2 % (-0.8 to +3.1 %), threshold +5 %}. */
    FromRunner.Progress finished(PairedBenchmark benchmark, PairedLook seen) {
        var change = seen.comparison()
                .flatMap(found -> found.effect()
                        .map(effect -> change(effect) + ", threshold +" + threshold(found.slowdown()) + " %"))
                .orElse("no ratio yet");
        return progress(benchmark, benchmark.blocks(), change, Map.of("change", change));
    }

    /** The same with {@code , about 2 min left}, unless nothing is. */
    static FromRunner.Progress withTimeLeft(FromRunner.Progress line, Duration left) {
        if (left.isZero()) {
            return line;
        }
        var about = "about " + PlanLine.text(rounded(left));
        var facts = new LinkedHashMap<>(line.facts());
        facts.put("time left", about);
        return new FromRunner.Progress(line.benchmark(), line.line() + ", " + about + " left", facts);
    }

    /** To ten seconds, or to minutes: nothing more is known. */
    private static Duration rounded(Duration left) {
        var step = left.compareTo(LONGEST_IN_SECONDS) < 0 ? 10 : 60;
        return Duration.ofSeconds(step * Math.max(1, Math.round(left.toMillis() / 1e3 / step)));
    }

    /** {@code JsonBench.parse  block  3 of  5  is measured again: steal 14 %}. */
    FromRunner.Progress disturbed(PairedBenchmark benchmark, MeasuredBlock block) {
        return again(benchmark, String.join(", ", block.disturbances()));
    }

    /** {@code JsonBench.parse  block  3 of  5  is measured again: on the baseline's side its fork failed: …}. */
    FromRunner.Progress triedAgain(PairedBenchmark benchmark, String why) {
        return again(benchmark, "on the baseline's side " + why);
    }

    /** {@code JsonBench.parse  block  1 of  5  begins anew with fewer iterations, which last 1 s}. */
    FromRunner.Progress shortened(PairedBenchmark benchmark, Duration lasted) {
        var lasts = new Quantity(lasted.toNanos(), Unit.NANOSECONDS).print();
        return progress(
                benchmark,
                benchmark.blocks() + 1,
                "begins anew with fewer iterations, which last " + lasts,
                Map.of("iterations last", lasts));
    }

    private FromRunner.Progress again(PairedBenchmark benchmark, String why) {
        return progress(benchmark, benchmark.blocks() + 1, "is measured again: " + why, Map.of("measured again", why));
    }

    /** {@code JsonBench.parse  block  1 of  5  threw java.lang.IllegalStateException: boom}. */
    FromRunner.Progress failed(PairedBenchmark benchmark, ForkFailure failure) {
        var message = failure.message()
                .replace("[" + benchmark.measured().key() + "] ", "")
                .lines()
                .findFirst()
                .orElse("");
        return progress(benchmark, benchmark.blocks() + 1, message, Map.of("failure", message));
    }

    /** {@code JsonBench.parse  block  1 of  5  no baseline (does not link: …)}. */
    FromRunner.Progress lacking(PairedBenchmark benchmark, String lack) {
        var text = "no baseline (" + lack + ")";
        return progress(benchmark, benchmark.blocks() + 1, text, Map.of("baseline", text));
    }

    private FromRunner.Progress progress(PairedBenchmark benchmark, int block, String what, Map<String, String> more) {
        var measured = benchmark.measured();
        var facts = new LinkedHashMap<String, String>();
        facts.put("benchmark", measured.id().toString());
        facts.put("block", block + " of " + benchmark.nextLook());
        facts.putAll(more);
        var line = String.format(
                Locale.ROOT, "%s  block %2d of %2d  %s", names.of(measured.id()), block, benchmark.nextLook(), what);
        return new FromRunner.Progress(measured.key(), line, facts);
    }

    private static String change(EffectSize effect) {
        var point = percent(effect.ratio());
        return effect.interval()
                .filter(interval -> interval.upper() < LARGEST_RATIO)
                .map(interval -> point + " (" + percent(interval.lower()).replace(" %", "") + " to "
                        + percent(interval.upper()) + ")")
                .orElse(point);
    }

    /** {@code 5}: a share in per cent. */
    static String threshold(double share) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(100 * share);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * (ratio - 1));
    }
}
