package org.ringback.words;

import java.util.Locale;
import org.ringback.language.TextKey;

/** The words of a list of calls. */
public enum CallText implements TextKey {
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
    public String key() {
        return "calls." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
