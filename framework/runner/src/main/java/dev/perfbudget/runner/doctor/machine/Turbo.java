package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether processors run faster than they can for long: for how long depends on heat and on what else runs. */
record Turbo(SystemFiles files) implements Rule {

    private static final String INTEL = "sys/devices/system/cpu/intel_pstate/no_turbo";
    private static final String OTHERS = "sys/devices/system/cpu/cpufreq/boost";

    /** A file, what it says while turbo is on, and what to write into it. */
    private record Switch(String file, String on, String off) {}

    @Override
    public String name() {
        return "turbo";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        var found = found();
        if (found.isEmpty()) {
            return List.of(Finding.unknown(
                    "There is neither [/" + INTEL + "] nor [/" + OTHERS + "] to read.",
                    "Look into the firmware's settings, or into those of the machine's host if it is virtual."));
        }
        var turbo = found.get();
        return files.text(turbo.file()).filter(turbo.on()::equals).isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Spoils.STORED,
                        "Turbo is on [%s in /%s]: how fast processors run depends on heat and neighbours."
                                .formatted(turbo.on(), turbo.file()),
                        "Switch it off while measuring: echo %s | sudo tee /%s".formatted(turbo.off(), turbo.file())));
    }

    private Optional<Switch> found() {
        var ofPolicies = files.in("sys/devices/system/cpu/cpufreq", "policy[0-9]*").stream()
                .map(policy -> new Switch(policy + "/boost", "1", "0"));
        return Stream.concat(Stream.of(new Switch(INTEL, "0", "1"), new Switch(OTHERS, "1", "0")), ofPolicies)
                .filter(one -> files.text(one.file()).isPresent())
                .findFirst();
    }
}
