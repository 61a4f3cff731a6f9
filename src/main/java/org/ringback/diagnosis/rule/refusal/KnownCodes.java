package org.ringback.diagnosis.rule.refusal;

import org.ringback.handbook.Codes;

/** What is known of all codes, read when a rule first asks for it: where nothing was refused nobody does. */
final class KnownCodes {

    private static final Codes ALL = Codes.load();

    private KnownCodes() {}

    static Codes all() {
        return ALL;
    }
}
