package org.ringback.handbook;

/** The first digit of a code. RFC 3261 section 7.2; the last one holds what stacks print but never send. */
public enum CodeClass implements Facet {
    PROVISIONAL("1xx"),
    SUCCESS("2xx"),
    REDIRECTION("3xx"),
    CLIENT_FAILURE("4xx"),
    SERVER_FAILURE("5xx"),
    GLOBAL_FAILURE("6xx"),
    LOCAL("7xx\u20269xx");

    private final String digits;

    CodeClass(String digits) {
        this.digits = digits;
    }

    /** The class of a number from 100 up; 700 and more are no SIP. */
    public static CodeClass of(int number) {
        return values()[Math.min(number / 100, values().length) - 1];
    }

    /** How the class is written: {@code 4xx}; the local ones have no common digit. */
    public String digits() {
        return digits;
    }

    @Override
    public String property() {
        return "class";
    }
}
