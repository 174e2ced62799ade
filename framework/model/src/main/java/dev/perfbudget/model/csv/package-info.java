/**
 * Measurements from CSV, the format that any tool or spreadsheet can write; {@code docs/files.md} describes it.
 *
 * <p>{@link dev.perfbudget.model.csv.CsvFile} reads a file, record by record, and says line and column of all that is
 * wrong. Records are RFC 4180's: quoted fields may hold commas, quotes and line ends; lines end with or without a
 * carriage return.
 */
@NullMarked
package dev.perfbudget.model.csv;

import org.jspecify.annotations.NullMarked;
