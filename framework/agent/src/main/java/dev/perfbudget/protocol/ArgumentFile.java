package dev.perfbudget.protocol;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of arguments for a tool of the JDK, given to it as {@code @file}: a class path may be longer than a command
 * line.
 *
 * @param path where it is
 * @param encoding in which the tool reads it
 */
public record ArgumentFile(Path path, Charset encoding) {

    /** For {@code java}, which takes the bytes as the system encodes file names. */
    public static ArgumentFile forLauncher(Path path) {
        return new ArgumentFile(path, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }

    /** For {@code javac}, which reads it as it reads sources. */
    public static ArgumentFile forCompiler(Path path) {
        return new ArgumentFile(path, Charset.defaultCharset());
    }

    /** An argument as it must be written, whatever is in it. */
    public static String quoted(String argument) {
        return "\""
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }

    /** Writes it, a line for each. */
    public void write(List<String> lines) throws IOException {
        try {
            Files.write(path, lines, encoding);
        } catch (CharacterCodingException lacking) {
            throw new IOException(
                    "A path has characters that the encoding [%s] of this process lacks: set LC_ALL to a UTF-8 locale such as [C.UTF-8]"
                            .formatted(encoding),
                    lacking);
        }
    }
}
