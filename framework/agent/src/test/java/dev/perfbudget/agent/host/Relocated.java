package dev.perfbudget.agent.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The test's own class path in other places and lengths. */
final class Relocated {

    private Relocated() {}

    /** Copies of all that is on the class path, below a directory. */
    static List<String> classPath(Path directory) throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : HostDriver.ownClassPath()) {
            var copy = directory.resolve(copies.size() + "-" + Path.of(entry).getFileName());
            copyTree(Path.of(entry), copy);
            copies.add(copy.toString());
        }
        return copies;
    }

    /** The class path followed by directories that do exist, again and again. */
    static List<String> padded(List<String> classPath, int length) {
        var longer = new ArrayList<>(classPath);
        var filling = classPath.get(0);
        for (int total = String.join(":", classPath).length(); total < length; total += filling.length() + 1) {
            longer.add(filling);
        }
        return longer;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
