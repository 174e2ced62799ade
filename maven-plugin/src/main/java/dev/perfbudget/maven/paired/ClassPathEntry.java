package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One element of a class path.
 *
 * @param coordinates absent where nobody knows any, as of a folder that somebody named
 * @param file a jar or a folder with classes
 */
record ClassPathEntry(Optional<Coordinates> coordinates, Path file, Scope scope, Role role) {

    boolean isSubject() {
        return role == Role.SUBJECT;
    }

    /** What it is one of: a side has it once, or in several pieces if it is the main output. */
    String identity() {
        return scope.isDependency() ? coordinates.map(Coordinates::key).orElseGet(file::toString) : scope.toString();
    }

    /** For people. */
    String label() {
        return coordinates.map(Coordinates::toString).orElseGet(() -> "[" + file + "]");
    }

    /** The same with another place on disk. */
    ClassPathEntry at(Path other) {
        return new ClassPathEntry(coordinates, other, scope, role);
    }
}
