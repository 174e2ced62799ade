package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether processors were slowed by heat since the machine was started. */
record Throttling(SystemFiles files) implements Rule {

    private static final String COUNT = "thermal_throttle/package_throttle_count";

    @Override
    public String name() {
        return "heat";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        var counts = files.texts("sys/devices/system/cpu", "cpu[0-9]*", COUNT).stream()
                .filter(count -> count.matches("[0-9]{1,18}"))
                .toList();
        if (counts.isEmpty()) {
            return List.of(Finding.unknown(
                    "There is no [/sys/devices/system/cpu/cpu0/" + COUNT + "] to read.",
                    "Runs note it where the frequency drops while they measure."));
        }
        var most = counts.stream().mapToLong(Long::parseLong).max().orElse(0);
        return most == 0
                ? List.of()
                : List.of(new Finding(
                        Spoils.STORED,
                        "Heat slowed the processors [%d] times since the machine was started.".formatted(most),
                        "Cool it better, or switch turbo off."));
    }
}
