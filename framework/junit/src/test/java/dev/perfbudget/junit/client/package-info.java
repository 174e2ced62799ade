/** What the client finds out about its JVM, and how it gets on with runner processes. */
@NullMarked
package dev.perfbudget.junit.client;

import org.jspecify.annotations.NullMarked;
