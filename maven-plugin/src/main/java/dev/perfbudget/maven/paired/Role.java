package dev.perfbudget.maven.paired;

/** What an element of a class path is there for. */
enum Role {
    /** To be measured: each side has its own. */
    SUBJECT,
    /** To measure: both sides have the candidate's. */
    HARNESS
}
