package dev.perfbudget.maven;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import dev.perfbudget.model.json.JsonKind;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.RunFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Runs that together are one session.
 *
 * @param runs by their files, each a {@code run.json}, in order
 */
record RunsToAccept(Map<Path, Run> runs) {

    private static final int LOOKED_AT = 64 * 1024;

    RunsToAccept {
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    }

    /** The runs that this build has measured. */
    static RunsToAccept measured(List<Ledger.Ran> measured) throws IOException {
        var runs = new LinkedHashMap<Path, Run>();
        for (var ran : measured) {
            var file = RunDirectory.at(ran.run()).runFile();
            runs.put(file, read(file));
        }
        return new RunsToAccept(runs);
    }

    /** A run of which somebody has the file, or its directory; refused if it is another module's. */
    static RunsToAccept in(Path named, OwnRuns own) throws IOException {
        var file = Files.isDirectory(named) ? RunDirectory.at(named).runFile() : named;
        var run = read(file);
        var problem = own.problem(file, run);
        if (problem.isPresent()) {
            throw new UnreadableFileException(problem.get());
        }
        return new RunsToAccept(Map.of(file, run));
    }

    /**
     * The last run of a module, with all others of its build: their names begin alike. Several modules may write below
     * the same directory.
     *
     * @param output below which runs are written
     * @param artifactId with which the common beginning ends
     * @param own knows the module's runs
     */
    static RunsToAccept last(Path output, String artifactId, OwnRuns own) throws IOException {
        var runs = new TreeMap<Path, Run>(Comparator.comparing(RunsToAccept::id));
        var build = Optional.<String>empty();
        for (var file : youngestFirst(output.resolve("runs"))) {
            if (build.isPresent() && !isOf(build.get(), id(file))) {
                continue;
            }
            var run = read(file);
            if (own.has(run)) {
                runs.put(file, run);
                build = build.or(() -> Optional.of(build(id(file), artifactId)));
            }
        }
        return new RunsToAccept(runs);
    }

    private static List<Path> youngestFirst(Path directory) throws IOException {
        var times = new LinkedHashMap<Path, FileTime>();
        if (Files.isDirectory(directory)) {
            try (var directories = Files.newDirectoryStream(directory)) {
                for (var run : directories) {
                    var file = RunDirectory.at(run).runFile();
                    if (Files.isRegularFile(file)) {
                        times.put(file, Files.getLastModifiedTime(file));
                    }
                }
            }
        }
        return times.keySet().stream()
                .sorted(Comparator.<Path, FileTime>comparing(times::get).reversed())
                .toList();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The same, by the files as messages name them. */
    Map<String, Run> byName() {
        var named = new LinkedHashMap<String, Run>();
        runs.forEach((file, run) -> named.put(file.toString(), run));
        return named;
    }

    private static String id(Path runFile) {
        return runFile.getName(runFile.getNameCount() - 2).toString();
    }

    private static boolean isOf(String build, String id) {
        return id.equals(build) || id.startsWith(build + "-");
    }

    private static String build(String id, String artifactId) {
        var common =
                Pattern.compile("(.+?-" + Pattern.quote(artifactId) + ")(-.*)?").matcher(id);
        return common.matches() ? common.group(1) : id;
    }

    private static Run read(Path file) throws IOException {
        try (var input = new BufferedInputStream(Files.newInputStream(file), LOOKED_AT)) {
            input.mark(LOOKED_AT);
            var kind = JsonKind.of(input.readNBytes(LOOKED_AT));
            input.reset();
            if (kind.isPresent() && kind.get() != JsonKind.RUN) {
                throw new UnreadableFileException("[" + file + "] is no run but a "
                        + kind.get().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " file. Name the run.json of a run.");
            }
            return new RunFile(file.toString(), MemoryAllowance.ofThisJvm()).read(input);
        } catch (NoSuchFileException missing) {
            throw new UnreadableFileException(
                    "[" + file + "] does not exist. Name the run.json of a run with -Dperfbudget.run=…", missing);
        }
    }
}
