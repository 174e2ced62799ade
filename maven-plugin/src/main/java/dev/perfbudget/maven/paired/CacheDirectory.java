package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Where this user keeps what can be made again. */
final class CacheDirectory {

    private CacheDirectory() {}

    /** The directory of ours in it. */
    static Path find() throws MojoExecutionException {
        return find(System.getenv(), System.getProperty("user.home", ""));
    }

    static Path find(Map<String, String> environment, String home) throws MojoExecutionException {
        return Stream.of(
                        absolute(environment.get("XDG_CACHE_HOME")),
                        absolute(environment.get("LOCALAPPDATA")),
                        absolute(home).map(path -> path.resolve(".cache")))
                .flatMap(Optional::stream)
                .map(path -> path.resolve("perfbudget"))
                .filter(CacheDirectory::isUsable)
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException(
                        "perfbudget.baseline: there is no place to build in: the home directory [" + home
                                + "] cannot be written to. Name a directory in the environment variable"
                                + " XDG_CACHE_HOME."));
    }

    private static Optional<Path> absolute(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    private static boolean isUsable(Path directory) {
        try {
            return Files.isWritable(Files.createDirectories(directory));
        } catch (IOException readOnly) {
            return false;
        }
    }
}
