package dev.perfbudget.junit.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where this user's programs may keep what they can make again. */
final class UserCache {

    private static final String OURS = "perfbudget";

    private UserCache() {}

    static Path directory() throws IOException {
        return directory(System.getenv(), System.getProperty("user.home", ""));
    }

    static Path directory(Map<String, String> environment, String home) throws IOException {
        var usable = Stream.of(
                        absolute(environment.get("XDG_CACHE_HOME")),
                        absolute(environment.get("LOCALAPPDATA")),
                        absolute(home).map(path -> path.resolve(".cache")))
                .flatMap(Optional::stream)
                .map(path -> path.resolve(OURS))
                .filter(UserCache::isUsable)
                .findFirst();
        // A fixed name in a directory that everybody may write to would let others choose what we run.
        return usable.isPresent() ? usable.get() : Files.createTempDirectory(OURS);
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
