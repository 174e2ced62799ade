/** Tests of what is measured in place. */
@NullMarked
package dev.perfbudget.junit.jupiter;

import org.jspecify.annotations.NullMarked;
