package org.ringback.diagnosis.finding;

import org.ringback.language.NamedKey;

/** How much a finding matters; the heaviest first. */
public enum Weight implements NamedKey {
    /** Why somebody did not get what they asked for. */
    FAILURE,
    /** Something is wrong, though it need not be what ended the call, and there may be no end at all. */
    TROUBLE,
    /** What the capture cannot show, so that nobody takes silence for an answer. */
    BLIND,
    /** Looks like a fault and is none. */
    NORMAL;

    /** Whether there is something to do about it. */
    public boolean needsCare() {
        return this == FAILURE || this == TROUBLE;
    }

    @Override
    public String group() {
        return "finding.weight";
    }
}
