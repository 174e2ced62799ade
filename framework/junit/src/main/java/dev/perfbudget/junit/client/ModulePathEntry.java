package dev.perfbudget.junit.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An entry of the module path: a module, or a directory of modules, which a class path would not look into. */
final class ModulePathEntry {

    private ModulePathEntry() {}

    /** The entries of a class path that have the same classes. */
    static List<Path> expanded(Path entry) {
        if (!Files.isDirectory(entry) || isModule(entry)) {
            return List.of(entry);
        }
        try (var files = Files.list(entry)) {
            var modules = files.filter(ModulePathEntry::isModule).sorted().toList();
            return modules.isEmpty() ? List.of(entry) : modules;
        } catch (IOException unreadable) {
            return List.of(entry);
        }
    }

    private static boolean isModule(Path path) {
        return path.toString().endsWith(".jar") || Files.exists(path.resolve("module-info.class"));
    }
}
