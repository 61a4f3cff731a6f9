package org.ringback.window.calls;

import org.ringback.language.NamedKey;

/** The words of what can be heard of a call. */
enum SoundText implements NamedKey {
    PLAY,
    STOP,
    SAVE,
    SIDES,
    WAVE,
    READING,
    NO_LOUDSPEAKER,
    NOTHING,
    LOCKED,
    UNDECODABLE;

    @Override
    public String group() {
        return "sound";
    }
}
