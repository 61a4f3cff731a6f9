package org.ringback.words;

import java.util.Optional;
import org.ringback.language.Texts;

/** Says to the user of this machine that rules broke off because of a mistake in them, and where more is told about it. */
public final class BrokenChecks {

    private BrokenChecks() {}

    /**
     * One line.
     *
     * @param rules how many, at least one
     * @param log the path of the file with the traces, if there is one
     */
    public static String of(int rules, Optional<String> log, Texts texts) {
        String number = Integer.toString(rules);
        return log.map(file -> texts.get(FindingLabel.BROKEN_CHECKS_IN_LOG, number, file))
                .orElseGet(() -> texts.get(FindingLabel.BROKEN_CHECKS, number));
    }
}
