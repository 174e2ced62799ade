/** Tests of blocks: in which order sides run, and that only one of them does. */
@NullMarked
package dev.perfbudget.runner.block;

import org.jspecify.annotations.NullMarked;
