package org.ringback.words;

import org.ringback.language.NamedKey;

/** The words of a list of calls. */
public enum CallText implements NamedKey {
    TIMES,
    TIME,
    FROM,
    TO,
    METHOD,
    ENDING,
    CODE,
    MESSAGES,
    TALK_TIME,
    NO_SIP,
    NO_PROBLEMS,
    SUMMARY,
    UNUSABLE;

    @Override
    public String group() {
        return "calls";
    }
}
