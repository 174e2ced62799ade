package dev.perfbudget.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The folder of a report, of which a reader sees the old one or the new one: files are written beside their place, and
 * moved there once all of them are whole. Those in folders of it come first, so that a page that leads to them comes last,
 * and what an earlier report left is taken away only then: whatever fails, no link is dead.
 */
final class StagedFolder implements AutoCloseable {

    private static final String STAGE = ".report-";
    /** No report takes so long to write: whoever made an older stage was killed. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final Path stage;

    private StagedFolder(Path folder, Path stage) {
        this.folder = folder;
        this.stage = stage;
    }

    /** @param folder made if need be */
    static StagedFolder of(Path folder) throws IOException {
        Files.createDirectories(folder);
        deleteAbandonedStages(folder);
        return new StagedFolder(folder, Files.createTempDirectory(folder, STAGE));
    }

    /** Something that writes a page. */
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** @param name with the names of the folders that it is in, made if need be */
    void write(String name, Content content) throws IOException {
        try (var out = Files.newBufferedWriter(place(name), StandardCharsets.UTF_8)) {
            content.writeTo(out);
        }
    }

    void write(String name, byte[] content) throws IOException {
        Files.write(place(name), content);
    }

    private Path place(String name) throws IOException {
        var place = stage.resolve(name);
        Files.createDirectories(place.getParent());
        return place;
    }

    /**
     * Puts everything in its place, then takes away what is left of an earlier report.
     *
     * @param former where that is, below the folder
     * @param isOne whether a file of such a name is of a report
     */
    void publish(String former, Predicate<String> isOne) throws IOException {
        var published = new TreeMap<String, Path>(String.CASE_INSENSITIVE_ORDER);
        for (var file : files(stage)) {
            var place = move(file);
            published.put(place.toString(), place);
        }
        for (var file : filesOf(folder.resolve(former), isOne)) {
            var place = published.get(file.toString());
            // Some systems take upper and lower case for the same, so that a name alone does not say it.
            if (place == null || !Files.isSameFile(place, file)) {
                Files.delete(file);
            }
        }
    }

    private Path move(Path file) throws IOException {
        var place = folder.resolve(stage.relativize(file).toString());
        Files.createDirectories(place.getParent());
        return Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> files(Path stage) throws IOException {
        try (var files = Files.walk(stage)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::getNameCount)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static List<Path> filesOf(Path folder, Predicate<String> isOne) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(
                folder, file -> isOne.test(file.getFileName().toString()))) {
            files.forEach(found::add);
        }
        return found;
    }

    private static void deleteAbandonedStages(Path folder) throws IOException {
        var abandoned = FileTime.from(Instant.now().minus(ABANDONED));
        for (var stage : filesOf(folder, name -> name.startsWith(STAGE))) {
            try {
                if (Files.isDirectory(stage, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(stage).compareTo(abandoned) < 0) {
                    deleteWithContent(stage);
                }
            } catch (IOException undeletable) {
                // Somebody else's, or somebody else deletes it: no reason not to write this report.
            }
        }
    }

    /** Leaves nothing behind that was not published. */
    @Override
    public void close() throws IOException {
        deleteWithContent(stage);
    }

    private static void deleteWithContent(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(StagedFolder::delete);
        } catch (UncheckedIOException undeletable) {
            throw undeletable.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
