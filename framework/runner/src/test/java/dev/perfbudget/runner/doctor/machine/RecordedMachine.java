package dev.perfbudget.runner.doctor.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as machines of several kinds have them, below a directory. */
record RecordedMachine(Path root) {

    private static final String QUIET_MEMORY =
            """
            MemTotal:       32594520 kB
            MemFree:         1049620 kB
            MemAvailable:   21403444 kB
            SwapTotal:       2097148 kB
            SwapFree:        2097148 kB
            """;

    /** On its battery, with everything that a laptop saves power with. */
    static RecordedMachine intelLaptop(Path root) {
        return new RecordedMachine(root)
                .processors(2, "flags\t\t: fpu vme de pse tsc msr")
                .file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n")
                .file("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "powersave\n")
                .file("sys/devices/system/cpu/intel_pstate/no_turbo", "0\n")
                .file("sys/devices/system/cpu/smt/active", "1\n")
                .file("sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count", "17\n")
                .file("sys/devices/system/cpu/cpu1/thermal_throttle/package_throttle_count", "17\n")
                .file("sys/class/power_supply/AC/online", "0\n")
                .file("sys/class/power_supply/BAT0/status", "Discharging\n")
                .file("sys/devices/virtual/dmi/id/sys_vendor", "LENOVO\n")
                .clock("tsc")
                .groups()
                .stat(1000, 9000, 0)
                .file("proc/meminfo", QUIET_MEMORY);
    }

    /** Set up to measure. */
    static RecordedMachine amdServer(Path root) {
        return new RecordedMachine(root)
                .processors(2, "flags\t\t: fpu vme de pse tsc msr")
                .file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n")
                .file("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n")
                .file("sys/devices/system/cpu/cpufreq/boost", "0\n")
                .file("sys/devices/system/cpu/smt/active", "0\n")
                .file("sys/devices/system/cpu/cpu0/thermal_throttle/package_throttle_count", "0\n")
                .file("sys/class/power_supply/.keep", "")
                .file("sys/devices/virtual/dmi/id/sys_vendor", "Supermicro\n")
                .clock("tsc")
                .groups()
                .stat(1000, 9000, 0)
                .file("proc/meminfo", QUIET_MEMORY);
    }

    /** One and a half processors' worth, and a gigabyte, of a server. */
    static RecordedMachine container(Path root) {
        return amdServer(root)
                .file("sys/fs/cgroup/cpu.max", "150000 100000\n")
                .file("sys/fs/cgroup/memory.max", "1073741824\n");
    }

    /** Rented, and shared. */
    static RecordedMachine virtualMachine(Path root) {
        return new RecordedMachine(root)
                .processors(2, "flags\t\t: fpu vme de pse tsc msr hypervisor lahf_lm")
                .file("sys/devices/virtual/dmi/id/sys_vendor", "QEMU\n")
                .file("sys/devices/system/cpu/smt/active", "0\n")
                .file("sys/class/power_supply/.keep", "")
                .clock("hpet")
                .groups()
                .stat(1000, 9000, 0)
                .file("proc/meminfo", QUIET_MEMORY.replace("SwapFree:        2097148", "SwapFree:             48"));
    }

    RecordedMachine file(String name, String text) {
        try {
            var file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What processors have done so far, in ticks. */
    RecordedMachine stat(long user, long idle, long steal) {
        return file("proc/stat", "cpu  %d 0 0 %d 0 0 0 %d 0 0\ncpu0 1 2 3\n".formatted(user, idle, steal));
    }

    private RecordedMachine processors(int count, String flags) {
        return file("proc/cpuinfo", ("processor\t: 0\n" + flags + "\n\n").repeat(count));
    }

    private RecordedMachine clock(String source) {
        return file("sys/devices/system/clocksource/clocksource0/current_clocksource", source + "\n");
    }

    private RecordedMachine groups() {
        return file("proc/self/cgroup", "0::/\n").file("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
    }

    SystemFiles files() {
        return new SystemFiles(root);
    }
}
