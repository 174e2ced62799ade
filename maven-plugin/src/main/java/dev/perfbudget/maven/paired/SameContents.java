package dev.perfbudget.maven.paired;

import dev.perfbudget.runner.workload.PlaceContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares what a class loader would find. A jar may be like a folder; what only packaging puts into a jar does not count.
 */
final class SameContents implements Likeness {

    @Override
    public boolean areAlike(List<Path> one, List<Path> other) {
        try {
            return one.equals(other) || PlaceContents.checksums(one).equals(PlaceContents.checksums(other));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
