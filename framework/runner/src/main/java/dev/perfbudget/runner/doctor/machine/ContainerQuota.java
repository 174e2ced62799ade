package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import dev.perfbudget.runner.machine.ControlGroup;
import java.util.List;
import java.util.Locale;

/** Whether a control group rations the processors: who has used up the quota of a period stands still until the next. */
record ContainerQuota(SystemFiles files) implements Rule {

    /** Below, one fork with its compilers and collectors alone may use it up. */
    private static final double ENOUGH = 2;

    /** What version 2 has, and version 1. */
    private static final List<String> GROUPS =
            List.of("sys/fs/cgroup/cgroup.controllers", "sys/fs/cgroup/cpu", "sys/fs/cgroup/cpu,cpuacct");

    private static final String CURE =
            "Give the container whole processors instead of a quota: --cpuset-cpus, or the static CPU policy of kubelet.";

    @Override
    public String name() {
        return "container quota";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        if (files.text("proc/self/cgroup").isEmpty()) {
            return List.of(Finding.unknown("There is no [/proc/self/cgroup] to read.", CURE));
        }
        if (GROUPS.stream().noneMatch(files::has)) {
            return List.of(Finding.unknown("[/sys/fs/cgroup] has no control groups whose limits could be read.", CURE));
        }
        return new ControlGroup(files.root())
                .cpuQuota().stream().map(this::found).toList();
    }

    private Finding found(double quota) {
        var worth = String.format(Locale.ROOT, "[%.2f]", quota);
        if (quota < ENOUGH) {
            return new Finding(
                    Spoils.ALL, "A quota of " + worth + " processors stops forks in the middle of iterations.", CURE);
        }
        return new Finding(
                Spoils.STORED, "A quota of " + worth + " processors stops whoever uses more for a while.", CURE);
    }
}
