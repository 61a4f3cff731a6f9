package org.ringback.command;

import org.ringback.language.NamedKey;

/** What the command line says about giving calls away. */
enum ShareCommandText implements NamedKey {
    LABEL_CALL,
    OPTION_CALL,
    OPTION_PROBLEMS,
    OPTION_PSEUDONYMS,
    OPTION_BLUR,
    OPTION_OUTPUT,
    CALL_OR_PROBLEMS,
    NO_SUCH_CALL,
    NO_CALLS,
    NOT_ON_TERMINAL,
    NOT_WRITTEN;

    @Override
    public String group() {
        return "calls.share.command";
    }
}
