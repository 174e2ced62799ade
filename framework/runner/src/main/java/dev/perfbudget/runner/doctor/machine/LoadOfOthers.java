package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Locale;

/** Whether others use the processors, by fixed thresholds: that of contended forks, and nearly all. */
record LoadOfOthers(SystemFiles files, WatchedSecond second) implements Rule {

    private static final double CONTENDED = 10;
    private static final double NEARLY_ALL = 90;
    private static final String CURE = "Let it end, or move it elsewhere: top shows what it is.";

    @Override
    public String name() {
        return "load of others";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        return second.seen()
                .map(seen -> found(seen.others()))
                .orElseGet(() -> List.of(Finding.unknown("There is no [/proc/stat] to read.", CURE)));
    }

    private List<Finding> found(double percent) {
        return percent <= CONTENDED
                ? List.of()
                : List.of(new Finding(
                        percent > NEARLY_ALL ? Spoils.ALL : Spoils.STORED,
                        String.format(
                                Locale.ROOT, "Others used [%.0f %%] of all processors in a second%s.", percent, load()),
                        CURE));
    }

    private String load() {
        return files.text("proc/loadavg")
                .map(load -> ", and the load of the last minutes was [" + load.replaceFirst("(\\S+ \\S+ \\S+).*", "$1")
                        + "]")
                .orElse("");
    }
}
