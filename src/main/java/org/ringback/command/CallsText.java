package org.ringback.command;

import org.ringback.language.NamedKey;

/** What the command line says about captures: help and errors. */
enum CallsText implements NamedKey {
    LABEL_FILE,
    LABEL_OFFSET,
    ARGUMENT_FILES,
    OPTION_PROBLEMS,
    OPTION_SUMMARY,
    OPTION_OFFSET,
    FILES_MISSING,
    UNKNOWN_OFFSET,
    OFFSET_WITHOUT_FILE,
    STOPPED,
    CUT_SHORT,
    PARTS,
    ENCRYPTED;

    @Override
    public String group() {
        return "calls.command";
    }
}
