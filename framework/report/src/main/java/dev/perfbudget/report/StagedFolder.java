package dev.perfbudget.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder of a report, of which a reader sees the old one or the new one: files are written beside their place, and
 * moved there once all of them are whole. The page that leads to all others comes last.
 */
final class StagedFolder implements AutoCloseable {

    private final Path folder;
    private final Path stage;

    private StagedFolder(Path folder, Path stage) {
        this.folder = folder;
        this.stage = stage;
    }

    /** @param folder made if need be */
    static StagedFolder of(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new StagedFolder(folder, Files.createTempDirectory(folder, ".report-"));
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
     * Puts everything in its place, and takes away the pages of an earlier report.
     *
     * @param last the page that leads to the others
     * @return where that is now
     */
    Path publish(String last) throws IOException {
        deleteFormerPages();
        for (var file : files(stage)) {
            if (!file.equals(stage.resolve(last))) {
                move(file);
            }
        }
        return move(stage.resolve(last));
    }

    private Path move(Path file) throws IOException {
        var place = folder.resolve(stage.relativize(file).toString());
        Files.createDirectories(place.getParent());
        return Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
    }

    private void deleteFormerPages() throws IOException {
        var pages = folder.resolve(PageFile.FOLDER);
        if (!Files.isDirectory(pages)) {
            return;
        }
        try (var files = Files.newDirectoryStream(
                pages, file -> PageFile.isOne(file.getFileName().toString()))) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Leaves nothing behind that was not published. */
    @Override
    public void close() throws IOException {
        try (var files = Files.walk(stage)) {
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
