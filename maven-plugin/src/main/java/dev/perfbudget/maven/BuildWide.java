package dev.perfbudget.maven;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;

/**
 * What the modules of one build share. It lasts as long as the build's session with the repositories. Modules may load
 * this plugin through class loaders of their own: what all must be able to read has only types of the JDK in it.
 */
final class BuildWide {

    private static final String PREFIX = "dev.perfbudget.maven.";

    private BuildWide() {}

    /** A set of names. */
    @SuppressWarnings("unchecked") // Only this method puts anything under these keys.
    static Set<String> names(MavenSession session, String purpose) {
        return (Set<String>) shared(session, purpose, ConcurrentHashMap::newKeySet);
    }

    /** Lists of lists of texts, in the order in which they came. */
    @SuppressWarnings("unchecked") // Only this method puts anything under these keys.
    static List<List<List<String>>> lists(MavenSession session, String purpose) {
        return (List<List<List<String>>>) shared(session, purpose, CopyOnWriteArrayList::new);
    }

    /** What modules have left for others, by name; what another class loader has left is of no type that is known here. */
    @SuppressWarnings("unchecked") // Only this method puts anything under these keys.
    static Map<String, Object> left(MavenSession session, String purpose) {
        return (Map<String, Object>) shared(session, purpose, ConcurrentHashMap::new);
    }

    /** Something to synchronize on. */
    static Object lock(MavenSession session, String purpose) {
        return shared(session, purpose, Object::new);
    }

    private static Object shared(MavenSession session, String purpose, Supplier<Object> first) {
        var data = session.getRepositorySession().getData();
        var key = PREFIX + purpose;
        while (data.get(key) == null) {
            data.set(key, null, first.get());
        }
        return data.get(key);
    }
}
