@NullMarked
package dev.perfbudget.protocol;

import org.jspecify.annotations.NullMarked;
