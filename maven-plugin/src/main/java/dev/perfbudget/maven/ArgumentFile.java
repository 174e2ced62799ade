package dev.perfbudget.maven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
        try {
            Files.writeString(file, text, charset());
        } catch (CharacterCodingException lacking) {
            throw new IOException(
                    "a path or setting has characters that the encoding [" + charset()
                            + "] of Maven's process lacks; set LC_ALL to a UTF-8 locale such as [C.UTF-8]",
                    lacking);
        }
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
