package org.ringback.window.ladder;

import org.ringback.ladder.Relation;
import org.ringback.language.NamedKey;

/** The words around a ladder: its tools and what its keys do. */
enum LadderWord implements NamedKey {
    LIST,
    COLUMNS,
    ADDRESS,
    NAME,
    PORT,
    TIMES,
    DATE,
    TIME_OF_DAY,
    SINCE_START,
    SINCE_PREVIOUS,
    SINCE_KEY,
    FOLD,
    STREAMS,
    ZOOM_IN,
    ZOOM_OUT,
    HIDDEN,
    SHOW,
    SHOW_ALL,
    HOST,
    MOVE_LEFT,
    MOVE_RIGHT,
    HIDE,
    EXPORT,
    SAVE_SVG,
    SAVE_PNG,
    TOO_LONG,
    SELECTED,
    SAME_TRANSACTION,
    SAME_DIALOG,
    SIBLING_FORK,
    OTHER_LEG,
    UNRELATED;

    /** What a message has to do with the selected one. */
    static LadderWord of(Relation relation) {
        return switch (relation) {
            case SELECTED -> SELECTED;
            case SAME_TRANSACTION -> SAME_TRANSACTION;
            case SAME_DIALOG -> SAME_DIALOG;
            case SIBLING_FORK -> SIBLING_FORK;
            case OTHER_LEG -> OTHER_LEG;
            case NONE -> UNRELATED;
        };
    }

    @Override
    public String group() {
        return "ladder-view";
    }
}
