package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Time that all processors together have spent so far, in milliseconds.
 *
 * @param processors how many they are
 * @param kernel with interrupts
 * @param steal what a hypervisor gave to others
 */
public record ProcessorTimes(int processors, double user, double kernel, double iowait, double steal, double idle) {

    private static final double PERCENT = 100;

    /** What they did since then; nothing if a counter ran backwards, or too little time has passed to count. */
    Map<Resource, Double> since(ProcessorTimes earlier) {
        var spent = minus(earlier);
        if (spent.total() <= 0 || spent.smallest() < 0) {
            return Map.of();
        }
        var shares = new EnumMap<Resource, Double>(Resource.class);
        shares.put(Resource.SYSTEM_CPU, spent.share(spent.user + spent.kernel));
        shares.put(Resource.SYSTEM_USER, spent.share(spent.user));
        shares.put(Resource.SYSTEM_KERNEL, spent.share(spent.kernel));
        shares.put(Resource.SYSTEM_IOWAIT, spent.share(spent.iowait));
        shares.put(Resource.SYSTEM_STEAL, spent.share(spent.steal));
        return shares;
    }

    /** How many processors' worth of time a share is. */
    double processors(double percent) {
        return processors * percent / PERCENT;
    }

    private ProcessorTimes minus(ProcessorTimes earlier) {
        return new ProcessorTimes(
                processors,
                user - earlier.user,
                kernel - earlier.kernel,
                iowait - earlier.iowait,
                steal - earlier.steal,
                idle - earlier.idle);
    }

    private double share(double part) {
        return PERCENT * part / total();
    }

    private double total() {
        return user + kernel + iowait + steal + idle;
    }

    /** Idle and waiting time may shrink a little on Linux, where they are not exact. */
    private double smallest() {
        return DoubleStream.of(user, kernel, steal).min().orElseThrow();
    }
}
