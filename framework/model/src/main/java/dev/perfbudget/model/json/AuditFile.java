package dev.perfbudget.model.json;

import dev.perfbudget.model.Audit;
import java.io.IOException;
import java.nio.file.Path;

/** An {@code audit.json}: what was last found out about a module's gate. */
final class AuditFile {

    private AuditFile() {}

    static void write(Path file, Audit audit) throws IOException {
        WholeFile.write(file, DiffableJson.print(Json.withSchema(audit)));
    }

    static Audit read(byte[] text, String source) throws IOException {
        return Json.parse(text, Audit.class, source);
    }
}
