package dev.perfbudget.runner.machine;

import dev.perfbudget.model.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What Linux tells of a process in files that OSHI does not read, or reads of the first thread only. Nothing on other
 * systems.
 */
final class LinuxProcess {

    private static final double BYTES_PER_KILOBYTE = 1024;

    private final Path directory;
    private final Map<Path, Switches> threads = new HashMap<>();

    private record Switches(long voluntary, long involuntary) {}

    /** @param root of the file system */
    LinuxProcess(Path root, long pid) {
        this.directory = root.resolve("proc").resolve(Long.toString(pid));
    }

    /** Peak of resident memory, and context switches of all threads, also of those that have ended since. */
    Map<Resource, Double> read() {
        var values = new EnumMap<Resource, Double>(Resource.class);
        number(text(directory.resolve("status")), "VmHWM:")
                .ifPresent(kilobytes -> values.put(Resource.RSS, kilobytes * BYTES_PER_KILOBYTE));
        readThreads();
        if (!threads.isEmpty()) {
            values.put(Resource.SWITCHES_VOLUNTARY, (double)
                    threads.values().stream().mapToLong(Switches::voluntary).sum());
            values.put(Resource.SWITCHES_INVOLUNTARY, (double)
                    threads.values().stream().mapToLong(Switches::involuntary).sum());
        }
        return values;
    }

    /** Whether its bytes read and written may be known: they are told to its owner only. */
    boolean tellsInputAndOutput() {
        return !text(directory.resolve("io")).isEmpty();
    }

    private void readThreads() {
        try (var directories = Files.newDirectoryStream(directory.resolve("task"))) {
            for (var thread : directories) {
                var status = text(thread.resolve("status"));
                var voluntary = number(status, "voluntary_ctxt_switches:");
                var involuntary = number(status, "nonvoluntary_ctxt_switches:");
                if (voluntary.isPresent() && involuntary.isPresent()) {
                    threads.put(thread, new Switches(voluntary.getAsLong(), involuntary.getAsLong()));
                }
            }
        } catch (IOException gone) {
            // What was read before stays.
        }
    }

    /** By hand, for some twenty of these texts are searched at every reading. */
    private static OptionalLong number(String status, String name) {
        var line = status.indexOf("\n" + name);
        if (line < 0) {
            return OptionalLong.empty();
        }
        var from = line + 1 + name.length();
        while (from < status.length() && Character.isWhitespace(status.charAt(from))) {
            from++;
        }
        var to = from;
        while (to < status.length() && Character.isDigit(status.charAt(to))) {
            to++;
        }
        return to == from ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(status, from, to, 10));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
