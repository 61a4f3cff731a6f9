package org.ringback.command;

import org.ringback.language.NamedKey;

/** What the command line itself says: its help and its errors. */
enum CommandText implements NamedKey {
    USAGE,
    COMMANDS,
    ARGUMENTS,
    OPTIONS,
    EXIT_CODES,

    ABOUT,
    ABOUT_WINDOW,
    ABOUT_EXPLAIN,
    ABOUT_COMPARE,
    ABOUT_SEARCH,
    ABOUT_CALLS,
    ABOUT_MEDIA,
    ABOUT_DIAGNOSE,
    ABOUT_SHARE,
    ABOUT_LANGUAGES,
    ABOUT_HELP,

    LABEL_COMMAND,
    LABEL_CODE,
    LABEL_WORDS,
    LABEL_LANG,
    LABEL_FORMAT,

    ARGUMENT_CODE,
    ARGUMENT_LEFT,
    ARGUMENT_RIGHT,
    ARGUMENT_WORDS,
    ARGUMENT_COMMAND,
    EXAMPLE_WORDS,

    OPTION_LANG,
    OPTION_FORMAT,
    OPTION_HELP,
    OPTION_VERSION,

    EXIT_0,
    EXIT_1,
    EXIT_2,

    LANGUAGES_TITLE,

    NOTHING_FOUND,
    UNKNOWN_CODE,
    NOT_A_NUMBER,
    UNKNOWN_LANGUAGE,
    UNKNOWN_FORMAT,
    UNKNOWN_COMMAND,
    DID_YOU_MEAN,
    NO_COMMAND,
    UNKNOWN_OPTION,
    VALUE_MISSING,
    OPTION_TWICE,
    CODE_MISSING,
    CODES_MISSING,
    SECOND_CODE_MISSING,
    WORDS_MISSING,
    TOO_MANY,
    TOO_MANY_CODES,
    NOT_UNDERSTOOD,
    NOT_WRITTEN,
    NO_DISPLAY,
    NO_GTK,
    OUT_OF_MEMORY,
    FAULT,
    FAULT_IN_LOG;

    @Override
    public String group() {
        return "command";
    }
}
