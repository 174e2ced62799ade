/** Tests of what is printed: against approved text, and with names that try to break out of it. */
@NullMarked
package dev.perfbudget.report;

import org.jspecify.annotations.NullMarked;
