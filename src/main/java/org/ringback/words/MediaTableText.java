package org.ringback.words;

import org.ringback.language.NamedKey;

/** The words of a list of streams. */
public enum MediaTableText implements NamedKey {
    COLUMN_TIME,
    COLUMN_CALL,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_CODEC,
    COLUMN_LENGTH,
    COLUMN_PACKETS,
    COLUMN_LOST,
    COLUMN_SHARE,
    COLUMN_JITTER,
    CALL,
    NONE,
    HERE,
    NOT_ALL,
    COPIES,
    SLOWLY,
    SLOWLY_LINE,
    LEFT_OUT,
    TOLD,
    TOLD_LINE;

    @Override
    public String group() {
        return "media.table";
    }
}
