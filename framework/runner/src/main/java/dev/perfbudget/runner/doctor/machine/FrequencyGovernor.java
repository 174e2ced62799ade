package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.TreeSet;

/** Whether processors keep their frequency, or a governor lowers it to save power. */
record FrequencyGovernor(SystemFiles files) implements Rule {

    private static final String PERFORMANCE = "performance";

    @Override
    public String name() {
        return "frequency governor";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        var governors = files.texts("sys/devices/system/cpu", "cpu[0-9]*", "cpufreq/scaling_governor");
        if (governors.isEmpty()) {
            return List.of(Finding.unknown(
                    "There is no [/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor] to read.",
                    "On a virtual machine its host decides the frequency; elsewhere look into the power settings."));
        }
        var saving = governors.stream()
                .filter(governor -> !governor.equals(PERFORMANCE))
                .toList();
        return saving.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Spoils.STORED,
                        "The governor of %d of %d processors is %s, which changes the frequency as it sees fit."
                                .formatted(saving.size(), governors.size(), new TreeSet<>(saving)),
                        "Have it keep the frequency while measuring: sudo cpupower frequency-set -g performance"));
    }
}
