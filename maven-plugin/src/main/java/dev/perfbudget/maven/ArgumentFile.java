package dev.perfbudget.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file of arguments for the {@code java} launcher: class paths are longer than some command lines may be. */
final class ArgumentFile {

    private ArgumentFile() {}

    static void write(Path file, List<String> arguments) throws IOException {
        var text = arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(file, text, charset());
    }

    /** What the launcher reads its files in, and what a JVM prints in. */
    static Charset charset() {
        var name = System.getProperty("native.encoding", "");
        return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
    }

    private static String quoted(String argument) {
        return "\""
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }
}
