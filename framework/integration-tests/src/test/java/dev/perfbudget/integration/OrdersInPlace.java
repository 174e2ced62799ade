package dev.perfbudget.integration;

import dev.perfbudget.api.PerfBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ordinary tests with a budget, of which the second stops in its third operation until its JVM is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrdersInPlace {

    /** System property: the file that says that the third operation has begun. */
    static final String SIGN = "sign";

    private int operations;

    @Test
    @Order(1)
    @PerfBudget(mean = "10 s")
    void finishes() {}

    @Test
    @Order(2)
    @PerfBudget(mean = "10 s")
    void stops() throws IOException, InterruptedException {
        operations++;
        if (operations == 3) {
            Files.createFile(Path.of(System.getProperty(SIGN)));
            TimeUnit.HOURS.sleep(1);
        }
    }
}
