package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Locale;

/** Whether a hypervisor gives this machine's processors to others: the thresholds of forks, and of blocks. */
record Steal(WatchedSecond second) implements Rule {

    private static final double CONTENDED = 1;
    private static final double DISTURBED = 10;
    private static final String CURE = "Measure at a quieter time, or rent a machine whose processors are its own.";

    @Override
    public String name() {
        return "steal";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        return second.seen()
                .map(Steal::found)
                .orElseGet(() -> List.of(Finding.unknown("There is no [/proc/stat] to read.", CURE)));
    }

    private static List<Finding> found(WatchedSecond.Seen seen) {
        if (seen.stealOfWanted() > DISTURBED) {
            return List.of(finding(Spoils.ALL, "[%.0f %%] of the time that was wanted here", seen.stealOfWanted()));
        }
        return seen.steal() > CONTENDED
                ? List.of(finding(Spoils.STORED, "[%.1f %%] of all processors' time", seen.steal()))
                : List.of();
    }

    private static Finding finding(Spoils spoils, String share, double percent) {
        return new Finding(
                spoils,
                "The hypervisor gave " + String.format(Locale.ROOT, share, percent) + " to other machines in a second.",
                CURE);
    }
}
