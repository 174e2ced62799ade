package dev.perfbudget.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits that Linux sets this process, in both versions of control groups; the tightest on the way up counts. */
public final class ControlGroup {

    private final Path root;

    /** @param root of the file system: {@code /} */
    public ControlGroup(Path root) {
        this.root = root;
    }

    /** Processors' worth of time; absent without a quota. */
    public Optional<Double> cpuQuota() {
        return Stream.concat(
                        directories("").map(group -> quota(read(group, "cpu.max"))),
                        Stream.of("cpu", "cpu,cpuacct")
                                .flatMap(this::directories)
                                .map(group -> quota(
                                        read(group, "cpu.cfs_quota_us") + " " + read(group, "cpu.cfs_period_us"))))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Bytes; absent without a limit. */
    public Optional<Long> memoryLimit() {
        return Stream.concat(
                        directories("").map(group -> read(group, "memory.max")),
                        directories("memory").map(group -> read(group, "memory.limit_in_bytes")))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Double> quota(String quotaAndPeriod) {
        var parts = quotaAndPeriod.split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9]+") || !parts[1].matches("[1-9][0-9]*")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]));
    }

    /** The group of this process for a controller (empty in version 2) and all groups above it. */
    private Stream<Path> directories(String controller) {
        var mount = root.resolve("sys/fs/cgroup").resolve(controller);
        return groups().stream()
                .filter(line ->
                        line.length == 3 && List.of(line[1].split(",")).containsAll(List.of(controller.split(","))))
                .map(line -> mount.resolve(line[2].replaceFirst("^/+", "")).normalize())
                .flatMap(group -> Stream.iterate(group, above -> above.startsWith(mount), Path::getParent));
    }

    private List<String[]> groups() {
        return read(root.resolve("proc/self"), "cgroup")
                .lines()
                .map(line -> line.split(":", 3))
                .toList();
    }

    private static String read(Path directory, String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException notThere) {
            return "";
        }
    }
}
