package dev.perfbudget.runner.workload;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The class files of a class path, as a JVM would find them; none of them is loaded. */
public final class ClassFiles implements Closeable {

    private final URLClassLoader loader;

    /** @param classPath absolute paths, in order */
    public ClassFiles(List<String> classPath) {
        var urls = classPath.stream().map(ClassFiles::url).toArray(URL[]::new);
        loader = new URLClassLoader("class-files", urls, null);
    }

    /** The bytes of a class by its binary name; empty if it is not there. */
    public Optional<byte[]> bytesOf(String className) {
        return resource(className.replace('.', '/') + ".class");
    }

    /** The first resource of this name; empty if there is none. */
    public Optional<byte[]> resource(String name) {
        try (var stream = loader.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
