package dev.perfbudget.runner.doctor.machine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * What the machine's processors did in a second in which this thread wanted one of them: a hypervisor takes nothing from
 * a machine that wants nothing. Looked at once, however many ask.
 */
final class WatchedSecond {

    private static final double MILLIS_PER_TICK = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long SECOND = 1_000_000_000L;
    private static final double PERCENT = 100;

    private final SystemFiles files;
    private final DoubleSupplier second;
    private Optional<Seen> seen = Optional.empty();
    private boolean hasLooked;

    /**
     * What was seen, in percent.
     *
     * @param others of all processors' time, what others used
     * @param steal of all processors' time, what a hypervisor gave to other machines
     * @param stealOfWanted the same, of the time that was wanted here
     */
    record Seen(double others, double steal, double stealOfWanted) {}

    /** Time of all processors so far, in milliseconds. */
    private record Times(double busy, double steal, double total) {}

    /** @param second spends the time to watch, and says how many milliseconds of a processor it used */
    WatchedSecond(SystemFiles files, DoubleSupplier second) {
        this.files = files;
        this.second = second;
    }

    /** A second of this thread's time, all of which it wants; compilers and collectors of this JVM are no others. */
    static double spin() {
        var before = ownNanos();
        var start = System.nanoTime();
        while (System.nanoTime() - start < SECOND) {
            Thread.onSpinWait();
        }
        return (ownNanos() - before) / NANOS_PER_MILLI;
    }

    private static long ownNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElseGet(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** Empty if it cannot be read. */
    Optional<Seen> seen() {
        if (!hasLooked) {
            hasLooked = true;
            seen = look();
        }
        return seen;
    }

    private Optional<Seen> look() {
        var before = times();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var own = second.getAsDouble();
        return times().flatMap(after -> between(before.get(), after, own));
    }

    private static Optional<Seen> between(Times before, Times after, double own) {
        var busy = after.busy() - before.busy();
        var steal = after.steal() - before.steal();
        var total = after.total() - before.total();
        if (total <= 0 || busy < 0 || steal < 0) {
            return Optional.empty();
        }
        var wanted = busy + steal;
        return Optional.of(new Seen(
                PERCENT * Math.max(0, busy - own) / total,
                PERCENT * steal / total,
                wanted == 0 ? 0 : PERCENT * steal / wanted));
    }

    /** {@code cpu user nice system idle iowait irq softirq steal …}, in ticks. */
    private Optional<Times> times() {
        return files.text("proc/stat").stream()
                .flatMap(String::lines)
                .filter(line -> line.matches("cpu( +[0-9]{1,15}){8}.*"))
                .map(line -> Stream.of(line.split(" +"))
                        .skip(1)
                        .limit(8)
                        .map(ticks -> Long.parseLong(ticks) * MILLIS_PER_TICK)
                        .toList())
                .map(WatchedSecond::times)
                .findFirst();
    }

    private static Times times(List<Double> spent) {
        var busy = spent.get(0) + spent.get(1) + spent.get(2) + spent.get(5) + spent.get(6);
        var steal = spent.get(7);
        return new Times(busy, steal, busy + spent.get(3) + spent.get(4) + steal);
    }
}
