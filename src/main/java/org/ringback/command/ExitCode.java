package org.ringback.command;

/** How the command line says in one number what came of a question; a script branches on it. */
enum ExitCode {

    /** The answer was printed. */
    ANSWERED(0),

    /** The search found nothing. */
    NOTHING_FOUND(1),

    /** Something was found: at least one call failed. */
    CALL_FAILED(1),

    /** The arguments cannot be answered, or a file could not be used; one line on standard error says why. */
    MISUSE(2);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the operating system is told. */
    int number() {
        return number;
    }
}
