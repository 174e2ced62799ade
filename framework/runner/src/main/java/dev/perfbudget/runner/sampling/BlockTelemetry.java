package dev.perfbudget.runner.sampling;

import static dev.perfbudget.runner.sampling.SeenResources.ratio;

import dev.perfbudget.model.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was seen from outside of a block, which alone decides whether it is measured again: no score is among it.
 *
 * <p>Both forks meet the same machine in turns, so a neighbour that is steady takes nothing from their ratio. The limits
 * are there for what hits single turns. They are fixed; docs/paired.md has them as well.
 */
public final class BlockTelemetry {

    /**
     * Per cent of the processor time that was wanted here. A hypervisor takes 10 ms and more at a time: at a tenth of all
     * time some turns of 10 ms lose half or more, and others nothing.
     */
    private static final double MOST_STOLEN = 10;

    /**
     * Processors that others leave to the fork whose turn it is. With one processor free there is as good as one left;
     * where others want all of them, the scheduler gives it a half or two thirds of one, in pieces.
     */
    private static final double FEWEST_LEFT = 0.75;

    /**
     * Involuntary switches in a second of both forks' processor time, without which a fork that had few processors did
     * not want more. Of forks that shared two processors with builds, 400 to 1,300 were seen.
     */
    private static final double MOST_SWITCHES = 100;

    /**
     * Per cent of the mean frequency to which it may drop for a while. Idle processors that clock down have a part in the
     * mean, so less than a half would be seen where nothing is wrong.
     */
    private static final double LOWEST_FREQUENCY = 50;

    private static final double PERCENT = 100;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final SeenResources together;
    private final double processorTime;
    private final double switches;

    /** Of what was seen of both forks, by label. */
    public BlockTelemetry(Map<String, Double> baseline, Map<String, Double> candidate) {
        var one = new SeenResources(baseline);
        var other = new SeenResources(candidate);
        // From when both were ready: before that, one saw the other's JVM start.
        together = one.of(Resource.OBSERVED) < other.of(Resource.OBSERVED) ? one : other;
        processorTime = one.processorTime() + other.processorTime();
        switches = one.of(Resource.SWITCHES_INVOLUNTARY) + other.of(Resource.SWITCHES_INVOLUNTARY);
    }

    /** What is beyond a limit, in words; empty if nothing is, or nothing is known. */
    public List<String> disturbances() {
        return Stream.of(
                        sign(stolen() > MOST_STOLEN, "steal %.0f %%", stolen()),
                        sign(
                                left() < FEWEST_LEFT && switchRate() > MOST_SWITCHES,
                                "others left %.2f of a processor",
                                Math.max(0, left())),
                        sign(frequency() < LOWEST_FREQUENCY, "the frequency fell to %.0f %% of its mean", frequency()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> sign(boolean isSeen, String words, double figure) {
        return isSeen ? List.of(String.format(Locale.ROOT, words, figure)) : List.of();
    }

    private double stolen() {
        var stolen = together.of(Resource.SYSTEM_STEAL);
        return PERCENT * ratio(stolen, stolen + together.of(Resource.SYSTEM_CPU));
    }

    /** Processors that were not used by others than both forks. */
    private double left() {
        var used = together.of(Resource.SYSTEM_FOREIGN) + together.of(Resource.CPU_UTILISATION);
        var all = PERCENT * ratio(used, together.of(Resource.SYSTEM_CPU));
        return all - used + ratio(processorTime, together.of(Resource.OBSERVED));
    }

    private double switchRate() {
        return MILLIS_PER_SECOND * ratio(switches, processorTime);
    }

    private double frequency() {
        return PERCENT * ratio(together.of(Resource.SYSTEM_FREQUENCY_LOWEST), together.of(Resource.SYSTEM_FREQUENCY));
    }
}
