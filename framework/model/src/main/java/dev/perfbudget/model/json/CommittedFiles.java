package dev.perfbudget.model.json;

import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.input.MemoryAllowance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a module keeps under version control for judging its runs, in its directory {@code perfbudget}: where the files
 * are, how they are written and read.
 */
public final class CommittedFiles {

    private static final String DIRECTORY = "perfbudget";

    private final Path module;

    private CommittedFiles(Path module) {
        this.module = module;
    }

    /** Those of the module in a directory. */
    public static CommittedFiles of(Path module) {
        return new CommittedFiles(module);
    }

    /** Where {@code baseline.json} is. */
    public Path baselineFile() {
        return module.resolve(DIRECTORY).resolve("baseline.json");
    }

    /** Where {@code waivers.json} is. */
    public Path waiversFile() {
        return module.resolve(DIRECTORY).resolve("waivers.json");
    }

    /** Where {@code audit.json} is. */
    public Path auditFile() {
        return module.resolve(DIRECTORY).resolve("audit.json");
    }

    /** The accepted sessions; empty if there is no such file. */
    public Optional<AcceptedSessions> readBaseline() throws IOException {
        var file = baselineFile();
        return read(file, new BaselineFile(file.toString(), MemoryAllowance.ofThisJvm())::readSessions);
    }

    /** The waivers; none if there is no such file. */
    public List<Waiver> readWaivers() throws IOException {
        var file = waiversFile();
        return read(file, new WaiversFile(file.toString())::read).orElse(List.of());
    }

    /** The last audit; empty if there is no such file. */
    public Optional<Audit> readAudit() throws IOException {
        var file = auditFile();
        return read(file, input -> AuditFile.read(input.readAllBytes(), file.toString()));
    }

    /** What runs are judged by; the sessions are named after where the file is within the module. */
    public Baseline read() throws IOException {
        var source = module.relativize(baselineFile()).toString();
        var sessions =
                readBaseline().map(accepted -> accepted.measurements(source)).orElse(List.of());
        return new Baseline(sessions, readWaivers(), readAudit());
    }

    /** Writes {@code baseline.json}; a link to a file elsewhere stays one. */
    public void write(AcceptedSessions accepted) throws IOException {
        write(
                baselineFile(),
                file -> BaselineFile.write(file, accepted),
                "What was accepted before is untouched. Make its directory writable, or its disk less full, and accept"
                        + " again.");
    }

    /** Writes {@code audit.json}, likewise. */
    public void write(Audit audit) throws IOException {
        write(
                auditFile(),
                file -> AuditFile.write(file, audit),
                "The audit before is untouched. Make its directory writable, or its disk less full, and audit again.");
    }

    private static void write(Path file, Writing writing, String whatNow) throws IOException {
        try {
            writing.to(Files.exists(file) ? file.toRealPath() : file);
        } catch (IOException refused) {
            throw new IOException("Cannot write [" + file + "]: " + why(refused) + ". " + whatNow, refused);
        }
    }

    private static String why(IOException refused) {
        var reason = refused instanceof FileSystemException failed ? failed.getReason() : refused.getMessage();
        return reason == null ? refused.getClass().getSimpleName() : reason;
    }

    private interface Writing {

        void to(Path file) throws IOException;
    }

    private interface Reading<T> {

        T of(InputStream input) throws IOException;
    }

    private static <T> Optional<T> read(Path file, Reading<T> reading) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return Optional.of(reading.of(input));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
