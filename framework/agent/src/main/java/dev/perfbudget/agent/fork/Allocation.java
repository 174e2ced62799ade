package dev.perfbudget.agent.fork;

import java.util.Map;
import java.util.OptionalLong;

/** What the threads of this JVM had allocated at one moment. */
public sealed interface Allocation {

    /** Bytes allocated since an earlier moment; empty where that cannot be told. */
    OptionalLong since(Allocation earlier);

    /** This JVM does not tell. */
    static Allocation unknown() {
        return new Unknown();
    }

    /** This JVM does not tell. */
    record Unknown() implements Allocation {

        @Override
        public OptionalLong since(Allocation earlier) {
            return OptionalLong.empty();
        }
    }

    /**
     * One figure for all threads that count, living or not.
     *
     * @param bytes since the JVM started
     */
    record Total(long bytes) implements Allocation {

        @Override
        public OptionalLong since(Allocation earlier) {
            return earlier instanceof Total start ? OptionalLong.of(bytes - start.bytes) : OptionalLong.empty();
        }
    }

    /**
     * One figure for each living thread that counts.
     *
     * @param bytes by thread id, since the thread started
     * @param started threads started since the JVM started
     */
    record ByThread(Map<Long, Long> bytes, long started) implements Allocation {

        @Override
        public OptionalLong since(Allocation earlier) {
            if (!(earlier instanceof ByThread start) || someEndedSince(start)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(bytes.entrySet().stream()
                    .mapToLong(thread -> thread.getValue() - start.bytes.getOrDefault(thread.getKey(), 0L))
                    .sum());
        }

        /** What an ended thread allocated is lost, and with it the whole figure. */
        private boolean someEndedSince(ByThread start) {
            var remaining =
                    bytes.keySet().stream().filter(start.bytes::containsKey).count();
            var appeared = bytes.size() - remaining;
            return remaining < start.bytes.size() || appeared < started - start.started;
        }
    }
}
