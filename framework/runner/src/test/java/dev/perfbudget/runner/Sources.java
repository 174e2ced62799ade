package dev.perfbudget.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Source text that becomes class files, with no annotation processing.
 *
 * @param output where the class files go
 */
public record Sources(Path output) {

    /** Compiles one class by its own name. */
    public void compile(String className, String text, String... options) throws IOException {
        var folder = Files.createTempDirectory("sources");
        var file = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
        Files.writeString(file, text);
        var arguments = new ArrayList<>(List.of(
                "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", output.toString(), file.toString()));
        arguments.addAll(List.of(options));
        var status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        Files.delete(file);
        Files.delete(folder);
        if (status != 0) {
            throw new IOException("[" + className + "] does not compile");
        }
    }
}
