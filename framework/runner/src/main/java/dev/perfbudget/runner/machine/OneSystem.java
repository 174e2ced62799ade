package dev.perfbudget.runner.machine;

import oshi.SystemInfo;
import oshi.util.GlobalConfig;

/** The one entry to OSHI: another one would read everything again, at a hundred times the cost. */
final class OneSystem {

    /** OSHI remembers some answers for 300 ms, which is too long for what is read at both ends of a fork. */
    private static final int REMEMBERED_MILLIS = 50;

    private static final SystemInfo INFO = open();

    private OneSystem() {}

    static SystemInfo info() {
        return INFO;
    }

    private static SystemInfo open() {
        GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, REMEMBERED_MILLIS);
        return new SystemInfo();
    }
}
