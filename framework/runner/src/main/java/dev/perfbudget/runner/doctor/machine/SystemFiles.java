package dev.perfbudget.runner.doctor.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files in which a system tells about itself.
 *
 * @param root of the file system: {@code /}
 */
record SystemFiles(Path root) {

    /** A file's text without white space around it; empty if it is not there, cannot be read, or says nothing. */
    Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1)
                            .strip())
                    .filter(text -> !text.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A file that is one whole number; of others nothing. */
    Optional<Long> number(String file) {
        return text(file).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** What a directory has in it, by name, as far as the names match: paths from the root. */
    List<String> in(String directory, String glob) {
        var found = new ArrayList<String>();
        try (var entries = Files.newDirectoryStream(root.resolve(directory), glob)) {
            entries.forEach(entry -> found.add(directory + "/" + entry.getFileName()));
        } catch (IOException notThere) {
            return List.of();
        }
        Collections.sort(found);
        return found;
    }

    /** The same file below each of a directory's entries, as far as it can be read. */
    List<String> texts(String directory, String glob, String file) {
        return in(directory, glob).stream()
                .flatMap(entry -> text(entry + "/" + file).stream())
                .toList();
    }

    boolean has(String file) {
        return Files.exists(root.resolve(file));
    }

    /** The number in a line {@code name: 12 kB}, in bytes. */
    static Optional<Long> kilobytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .filter(digits -> digits.matches("[0-9]{1,15}"))
                .map(digits -> Long.parseLong(digits) * 1024)
                .findFirst();
    }

    /** {@code 1.5 GB}. */
    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
