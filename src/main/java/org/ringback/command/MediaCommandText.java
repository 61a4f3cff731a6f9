package org.ringback.command;

import org.ringback.language.NamedKey;

/** What the command line says about media: help, and what became of the sound. */
enum MediaCommandText implements NamedKey {
    OPTION_CALL,
    OPTION_WAV,
    WHICH_CALL,
    NO_SOUND,
    LOCKED,
    UNDECODABLE,
    WRITTEN;

    @Override
    public String group() {
        return "media.command";
    }
}
