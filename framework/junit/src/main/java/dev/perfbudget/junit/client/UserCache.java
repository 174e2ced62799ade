package dev.perfbudget.junit.client;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where this user's programs may keep what they can make again. */
final class UserCache {

    private static final String OURS = "perfbudget";

    private UserCache() {}

    static Path directory() throws IOException {
        return directory(
                System.getenv(),
                System.getProperty("user.home", ""),
                Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath());
    }

    static Path directory(Map<String, String> environment, String home, Path temporary) throws IOException {
        var usable = Stream.of(
                        absolute(environment.get("XDG_CACHE_HOME")),
                        absolute(environment.get("LOCALAPPDATA")),
                        absolute(home).map(path -> path.resolve(".cache")))
                .flatMap(Optional::stream)
                .map(path -> path.resolve(OURS))
                .filter(UserCache::isUsable)
                .findFirst();
        return usable.isPresent() ? usable.get() : ownBelow(temporary);
    }

    /** Below a directory that everybody may write to, one that nobody else does: others must not choose what we run. */
    private static Path ownBelow(Path shared) throws IOException {
        var fresh = Files.createTempDirectory(shared, OURS);
        var user = Files.getOwner(fresh);
        var own = shared.resolve(OURS + "-" + user.getName().replaceAll("[^A-Za-z0-9.-]", "_"));
        try {
            return Files.move(fresh, own);
        } catch (FileAlreadyExistsException inUse) {
            Files.delete(fresh);
        }
        if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
                || !Files.getOwner(own, LinkOption.NOFOLLOW_LINKS).equals(user)
                || !isPrivate(own)) {
            throw new CannotMeasureException(
                    "There is no place for the runner: the home directory cannot be written to,"
                            + " and [" + own + "] is not a directory that only [" + user.getName() + "] can use."
                            + " Remove it, or name a directory in the environment variable XDG_CACHE_HOME.");
        }
        return own;
    }

    private static boolean isPrivate(Path directory) throws IOException {
        var view = Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null
                || view.readAttributes().permissions().stream()
                        .allMatch(right -> right.name().startsWith("OWNER_"));
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
